//! Codes of countries: ISO 3166-1 in two and three letters, and codes that files still carry for states of old.

use crate::code::CountryCode;

/// Two letters, then three.
const CODES: &str = "\
ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR \
BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV \
CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH \
ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ \
GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA \
JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO \
LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS \
MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG \
PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP \
SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL \
TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT \
WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE";

/// Codes that are no longer ISO's, or never were, and the state that they mean (`data/README.md`).
const OLD: &[(&str, &str)] = &[
    ("BUR", "MMR"),
    ("CSK", "CZE"),
    ("DDR", "DEU"),
    ("GME", "DEU"),
    ("GMW", "DEU"),
    ("GZA", "PSE"),
    ("GZS", "PSE"),
    ("KOS", "XKX"),
    ("KSV", "XKX"),
    ("MTN", "MNE"),
    ("PAL", "PSE"),
    ("ROM", "ROU"),
    ("SCG", "SRB"),
    ("SER", "SRB"),
    ("SUN", "RUS"),
    ("TMP", "TLS"),
    ("USR", "RUS"),
    ("WSB", "PSE"),
    ("YMD", "YEM"),
    ("YMN", "YEM"),
    ("YMS", "YEM"),
    ("YUG", "SRB"),
    ("ZAR", "COD"),
    // Two letters, in older dumps of GeoNames.
    ("CS", "SRB"),
    ("TP", "TLS"),
    ("YU", "SRB"),
    ("ZR", "COD"),
];

/// The country of a two-letter code.
pub(super) fn of_alpha_2(code: &str) -> Option<CountryCode> {
    let known = || CODES.split(' ').find_map(|pair| pair.strip_prefix(code).filter(|rest| rest.len() == 3));
    if code.len() == 2 { known().or_else(|| old(code))?.parse().ok() } else { None }
}

/// The country of a three-letter code, as ISO has it now.
pub(super) fn of_alpha_3(code: &str) -> Option<CountryCode> {
    let known = || CODES.split(' ').map(|pair| &pair[2..]).find(|known| *known == code);
    known().or_else(|| if code.len() == 3 { old(code) } else { None })?.parse().ok()
}

fn old(code: &str) -> Option<&'static str> {
    OLD.iter().find(|(old, _)| *old == code).map(|(_, now)| *now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_name_countries() {
        let two = |code| of_alpha_2(code).map(|code| code.to_string());
        let three = |code| of_alpha_3(code).map(|code| code.to_string());
        assert_eq!(two("SY").as_deref(), Some("SYR"));
        assert_eq!(two("CS").as_deref(), Some("SRB"));
        assert_eq!(three("ROM").as_deref(), Some("ROU"));
        assert_eq!(three("UKR").as_deref(), Some("UKR"));
        for code in ["", "S", "ZZ", "sy", "SYR", "é"] {
            assert!(two(code).is_none(), "{code}");
        }
        for code in ["", "SY", "CS", "IGO", "syr"] {
            assert!(three(code).is_none(), "{code}");
        }
    }

    #[test]
    fn every_code_stands_once() {
        let codes: Vec<&str> = CODES.split(' ').collect();
        assert_eq!(codes.len(), 250);
        for part in [0..2, 2..5] {
            let mut parts: Vec<&str> = codes.iter().map(|code| &code[part.clone()]).collect();
            parts.sort_unstable();
            parts.dedup();
            assert_eq!(parts.len(), 250);
        }
    }
}
