//! Codes of actors.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// Who an actor is: a state, a sector of a state's people, or a group or organisation.
///
/// A state (or anyone acting for it) is its ISO 3166-1 alpha-3 code, `RUS`. People of a state without a named
/// organisation are that code and a sector, `SYR-rebels`. Everybody else is a lower-case slug, `islamic-state`.
/// In JSON a code is that string.
///
/// ```
/// use sortie::ActorCode;
///
/// let code: ActorCode = "SYR-rebels".parse()?;
/// assert_eq!(code.country(), Some("SYR"));
/// assert_eq!(code.sector(), Some("rebels"));
/// assert_eq!(code.to_string(), "SYR-rebels");
/// # Ok::<(), sortie::ActorCodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ActorCode {
    /// A state, by its three-letter code.
    State(CountryCode),
    /// People of a state without a named organisation of their own.
    Sector(CountryCode, Box<str>),
    /// A group or organisation, by its slug.
    Group(Box<str>),
}

/// An ISO 3166-1 alpha-3 country code: three capital ASCII letters.
///
/// ```
/// let code: sortie::CountryCode = "UKR".parse()?;
/// assert_eq!(code.as_str(), "UKR");
/// # Ok::<(), sortie::ActorCodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryCode([u8; 3]);

impl CountryCode {
    /// The code as text.
    ///
    /// ```
    /// let code: sortie::CountryCode = "SDN".parse()?;
    /// assert_eq!(code.as_str(), "SDN");
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn as_str(&self) -> &str {
        // The bytes are ASCII capitals by construction.
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CountryCode({})", self.as_str())
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for CountryCode {
    type Err = ActorCodeError;

    fn from_str(s: &str) -> Result<CountryCode, ActorCodeError> {
        match s.as_bytes() {
            &[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(CountryCode([a, b, c])),
            _ => Err(ActorCodeError { text: s.into() }),
        }
    }
}

/// A text that is no actor code.
///
/// ```
/// let error = "Syria!".parse::<sortie::ActorCode>().unwrap_err();
/// assert!(error.to_string().contains("Syria!"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{text:?} is no actor code: expected a state (`RUS`), a sector of a state (`SYR-rebels`) or a lower-case slug (`islamic-state`)")]
pub struct ActorCodeError {
    text: Box<str>,
}

impl ActorCode {
    /// The three-letter code of the state, unless this is a group or organisation.
    ///
    /// ```
    /// let code: sortie::ActorCode = "IRQ-kurds".parse()?;
    /// assert_eq!(code.country(), Some("IRQ"));
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn country(&self) -> Option<&str> {
        match self {
            ActorCode::State(country) | ActorCode::Sector(country, _) => Some(country.as_str()),
            ActorCode::Group(_) => None,
        }
    }

    /// The sector, where there is one.
    ///
    /// ```
    /// let code: sortie::ActorCode = "RUS".parse()?;
    /// assert_eq!(code.sector(), None);
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn sector(&self) -> Option<&str> {
        match self {
            ActorCode::Sector(_, sector) => Some(sector),
            _ => None,
        }
    }

    /// Whether this is a state or someone acting for it.
    ///
    /// ```
    /// let code: sortie::ActorCode = "hamas".parse()?;
    /// assert!(!code.is_state());
    /// # Ok::<(), sortie::ActorCodeError>(())
    /// ```
    pub fn is_state(&self) -> bool {
        matches!(self, ActorCode::State(_))
    }

    /// The code of people of `country` in `sector`.
    pub(crate) fn with_sector(country: CountryCode, sector: &str) -> ActorCode {
        ActorCode::Sector(country, sector.into())
    }
}

impl fmt::Display for ActorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ActorCode::State(country) => f.write_str(country.as_str()),
            ActorCode::Sector(country, sector) => write!(f, "{country}-{sector}"),
            ActorCode::Group(slug) => f.write_str(slug),
        }
    }
}

/// A slug: lower-case letters, digits, hyphens (also a plus), at least one letter or digit.
fn is_slug(s: &str) -> bool {
    s.chars().any(char::is_alphanumeric) && s.chars().all(|c| (c.is_alphanumeric() && !c.is_uppercase()) || c == '-' || c == '+')
}

impl FromStr for ActorCode {
    type Err = ActorCodeError;

    fn from_str(s: &str) -> Result<ActorCode, ActorCodeError> {
        if let Ok(country) = s.parse() {
            return Ok(ActorCode::State(country));
        }
        if let Some((country, sector)) = s.split_once('-')
            && let Ok(country) = country.parse()
            && is_slug(sector)
        {
            return Ok(ActorCode::Sector(country, sector.into()));
        }
        if is_slug(s) {
            return Ok(ActorCode::Group(s.into()));
        }
        Err(ActorCodeError { text: s.into() })
    }
}

macro_rules! as_string {
    ($type:ty) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

as_string!(ActorCode);
as_string!(CountryCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_and_write_their_text() {
        for text in ["RUS", "SYR-rebels", "islamic-state", "m23", "5+5-commission"] {
            assert_eq!(text.parse::<ActorCode>().unwrap().to_string(), text);
        }
        for text in ["", "Rus", "RUS-", "SYR-Rebels", "islamic state", "-"] {
            assert!(text.parse::<ActorCode>().is_err(), "{text}");
        }
    }
}
