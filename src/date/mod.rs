//! Dates: finding them in text, telling what they say, and working out the days that they mean.
//!
//! ```
//! use sortie::date::{find_iter, resolve_all};
//!
//! let text = "Talks resume on 2 July, two weeks after the truce of June 18.";
//! let published = chrono::NaiveDate::from_ymd_opt(2016, 6, 30);
//! let dates = resolve_all(text, find_iter(text), published);
//! assert_eq!(dates[0].mention.span.of(text), "2 July");
//! ```

mod adjust;
mod calendar;
mod context;
mod display;
mod expression;
mod find;
mod grammar;
mod history;
mod holiday;
mod lexicon;
mod lunar;
mod resolve;
mod tense;
mod token;
mod units;

pub use calendar::DateRange;
pub use context::{ResolvedDate, resolve_all};
pub use expression::DateExpression;
pub use find::{DateMention, DateMentions, find_iter};
pub use holiday::Holiday;
pub use resolve::Anchor;
pub use units::{DateUnit, DayPart, Direction, Month, Part, Precision, Relation, Season, Weekday};
