"""The short names the United Nations uses for its members and observer States, by code (its usage, from memory)."""

FRENCH = """
AFG Afghanistan; AGO Angola; ALB Albanie; AND Andorre; ARE Émirats arabes unis; ARG Argentine; ARM Arménie; ATG
Antigua-et-Barbuda; AUS Australie; AUT Autriche; AZE Azerbaïdjan; BDI Burundi; BEL Belgique; BEN Bénin; BFA Burkina
Faso; BGD Bangladesh; BGR Bulgarie; BHR Bahreïn; BHS Bahamas; BIH Bosnie-Herzégovine; BLR Bélarus; BLZ Belize; BOL
Bolivie (État plurinational de); BRA Brésil; BRB Barbade; BRN Brunéi Darussalam; BTN Bhoutan; BWA Botswana; CAF
République centrafricaine; CAN Canada; CHE Suisse; CHL Chili; CHN Chine; CIV Côte d'Ivoire; CMR Cameroun; COD
République démocratique du Congo; COG Congo; COL Colombie; COM Comores; CPV Cabo Verde; CRI Costa Rica; CUB Cuba;
CYP Chypre; CZE Tchéquie; DEU Allemagne; DJI Djibouti; DMA Dominique; DNK Danemark; DOM République dominicaine; DZA
Algérie; ECU Équateur; EGY Égypte; ERI Érythrée; ESP Espagne; EST Estonie; ETH Éthiopie; FIN Finlande; FJI Fidji;
FRA France; FSM Micronésie (États fédérés de); GAB Gabon; GBR Royaume-Uni de Grande-Bretagne et d'Irlande du Nord;
GEO Géorgie; GHA Ghana; GIN Guinée; GMB Gambie; GNB Guinée-Bissau; GNQ Guinée équatoriale; GRC Grèce; GRD Grenade;
GTM Guatemala; GUY Guyana; HND Honduras; HRV Croatie; HTI Haïti; HUN Hongrie; IDN Indonésie; IND Inde; IRL Irlande;
IRN Iran (République islamique d'); IRQ Iraq; ISL Islande; ISR Israël; ITA Italie; JAM Jamaïque; JOR Jordanie; JPN
Japon; KAZ Kazakhstan; KEN Kenya; KGZ Kirghizistan; KHM Cambodge; KIR Kiribati; KNA Saint-Kitts-et-Nevis; KOR
République de Corée; KWT Koweït; LAO République démocratique populaire lao; LBN Liban; LBR Libéria; LBY Libye; LCA
Sainte-Lucie; LIE Liechtenstein; LKA Sri Lanka; LSO Lesotho; LTU Lituanie; LUX Luxembourg; LVA Lettonie; MAR Maroc;
MCO Monaco; MDA République de Moldova; MDG Madagascar; MDV Maldives; MEX Mexique; MHL Îles Marshall; MKD Macédoine
du Nord; MLI Mali; MLT Malte; MMR Myanmar; MNE Monténégro; MNG Mongolie; MOZ Mozambique; MRT Mauritanie; MUS
Maurice; MWI Malawi; MYS Malaisie; NAM Namibie; NER Niger; NGA Nigéria; NIC Nicaragua; NLD Pays-Bas (Royaume des);
NOR Norvège; NPL Népal; NRU Nauru; NZL Nouvelle-Zélande; OMN Oman; PAK Pakistan; PAN Panama; PER Pérou; PHL
Philippines; PLW Palaos; PNG Papouasie-Nouvelle-Guinée; POL Pologne; PRK République populaire démocratique de Corée;
PRT Portugal; PRY Paraguay; PSE État de Palestine; QAT Qatar; ROU Roumanie; RUS Fédération de Russie; RWA Rwanda;
SAU Arabie saoudite; SDN Soudan; SEN Sénégal; SGP Singapour; SLB Îles Salomon; SLE Sierra Leone; SLV El Salvador;
SMR Saint-Marin; SOM Somalie; SRB Serbie; SSD Soudan du Sud; STP Sao Tomé-et-Principe; SUR Suriname; SVK Slovaquie;
SVN Slovénie; SWE Suède; SWZ Eswatini; SYC Seychelles; SYR République arabe syrienne; TCD Tchad; TGO Togo; THA
Thaïlande; TJK Tadjikistan; TKM Turkménistan; TLS Timor-Leste; TON Tonga; TTO Trinité-et-Tobago; TUN Tunisie; TUR
Türkiye; TUV Tuvalu; TZA République-Unie de Tanzanie; UGA Ouganda; UKR Ukraine; URY Uruguay; USA États-Unis
d'Amérique; UZB Ouzbékistan; VAT Saint-Siège; VCT Saint-Vincent-et-les Grenadines; VEN Venezuela (République
bolivarienne du); VNM Viet Nam; VUT Vanuatu; WSM Samoa; YEM Yémen; ZAF Afrique du Sud; ZMB Zambie; ZWE Zimbabwe
"""

SPANISH = """
AFG Afganistán; AGO Angola; ALB Albania; AND Andorra; ARE Emiratos Árabes Unidos; ARG Argentina; ARM Armenia; ATG
Antigua y Barbuda; AUS Australia; AUT Austria; AZE Azerbaiyán; BDI Burundi; BEL Bélgica; BEN Benin; BFA Burkina
Faso; BGD Bangladesh; BGR Bulgaria; BHR Bahrein; BHS Bahamas; BIH Bosnia y Herzegovina; BLR Belarús; BLZ Belice; BOL
Bolivia (Estado Plurinacional de); BRA Brasil; BRB Barbados; BRN Brunei Darussalam; BTN Bhután; BWA Botswana; CAF
República Centroafricana; CAN Canadá; CHE Suiza; CHL Chile; CHN China; CIV Côte d'Ivoire; CMR Camerún; COD República
Democrática del Congo; COG Congo; COL Colombia; COM Comoras; CPV Cabo Verde; CRI Costa Rica; CUB Cuba; CYP Chipre;
CZE Chequia; DEU Alemania; DJI Djibouti; DMA Dominica; DNK Dinamarca; DOM República Dominicana; DZA Argelia; ECU
Ecuador; EGY Egipto; ERI Eritrea; ESP España; EST Estonia; ETH Etiopía; FIN Finlandia; FJI Fiji; FRA Francia; FSM
Micronesia (Estados Federados de); GAB Gabón; GBR Reino Unido de Gran Bretaña e Irlanda del Norte; GEO Georgia; GHA
Ghana; GIN Guinea; GMB Gambia; GNB Guinea-Bissau; GNQ Guinea Ecuatorial; GRC Grecia; GRD Granada; GTM Guatemala; GUY
Guyana; HND Honduras; HRV Croacia; HTI Haití; HUN Hungría; IDN Indonesia; IND India; IRL Irlanda; IRN Irán
(República Islámica del); IRQ Iraq; ISL Islandia; ISR Israel; ITA Italia; JAM Jamaica; JOR Jordania; JPN Japón; KAZ
Kazajstán; KEN Kenya; KGZ Kirguistán; KHM Camboya; KIR Kiribati; KNA Saint Kitts y Nevis; KOR República de Corea;
KWT Kuwait; LAO República Democrática Popular Lao; LBN Líbano; LBR Liberia; LBY Libia; LCA Santa Lucía; LIE
Liechtenstein; LKA Sri Lanka; LSO Lesotho; LTU Lituania; LUX Luxemburgo; LVA Letonia; MAR Marruecos; MCO Mónaco; MDA
República de Moldova; MDG Madagascar; MDV Maldivas; MEX México; MHL Islas Marshall; MKD Macedonia del Norte; MLI
Malí; MLT Malta; MMR Myanmar; MNE Montenegro; MNG Mongolia; MOZ Mozambique; MRT Mauritania; MUS Mauricio; MWI
Malawi; MYS Malasia; NAM Namibia; NER Níger; NGA Nigeria; NIC Nicaragua; NLD Países Bajos (Reino de los); NOR
Noruega; NPL Nepal; NRU Nauru; NZL Nueva Zelandia; OMN Omán; PAK Pakistán; PAN Panamá; PER Perú; PHL Filipinas; PLW
Palau; PNG Papua Nueva Guinea; POL Polonia; PRK República Popular Democrática de Corea; PRT Portugal; PRY Paraguay;
PSE Estado de Palestina; QAT Qatar; ROU Rumania; RUS Federación de Rusia; RWA Rwanda; SAU Arabia Saudita; SDN Sudán;
SEN Senegal; SGP Singapur; SLB Islas Salomón; SLE Sierra Leona; SLV El Salvador; SMR San Marino; SOM Somalia; SRB
Serbia; SSD Sudán del Sur; STP Santo Tomé y Príncipe; SUR Suriname; SVK Eslovaquia; SVN Eslovenia; SWE Suecia; SWZ
Eswatini; SYC Seychelles; SYR República Árabe Siria; TCD Chad; TGO Togo; THA Tailandia; TJK Tayikistán; TKM
Turkmenistán; TLS Timor-Leste; TON Tonga; TTO Trinidad y Tabago; TUN Túnez; TUR Türkiye; TUV Tuvalu; TZA República
Unida de Tanzanía; UGA Uganda; UKR Ucrania; URY Uruguay; USA Estados Unidos de América; UZB Uzbekistán; VAT Santa
Sede; VCT San Vicente y las Granadinas; VEN Venezuela (República Bolivariana de); VNM Viet Nam; VUT Vanuatu; WSM
Samoa; YEM Yemen; ZAF Sudáfrica; ZMB Zambia; ZWE Zimbabwe
"""
