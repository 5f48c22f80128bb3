//! Expressions changed in part: another direction, a year, another anchor.

use chrono::NaiveDate;

use super::expression::DateExpression;
use super::units::Direction;

use DateExpression as E;

/// The pattern of the expressions that look back or ahead, with their direction.
macro_rules! directed {
    ($direction:ident) => {
        E::DayOfMonth { $direction, .. }
            | E::DayNumber { $direction, .. }
            | E::Weekday { $direction, .. }
            | E::MonthOfYear { $direction, .. }
            | E::Quarter { $direction, .. }
            | E::Half { $direction, .. }
            | E::Season { $direction, .. }
            | E::Weekend { $direction }
            | E::Holiday { $direction, .. }
    };
}

impl DateExpression {
    /// The same expression on the other side of the publication date, for a caller that knows the tense of the clause.
    ///
    /// Only a direction that was read off the clause (`Past`, `Future`) changes, not one that the text itself tells ("last March").
    ///
    /// ```
    /// use sortie::date::{DateExpression, Direction, Month};
    ///
    /// let march = |direction| DateExpression::MonthOfYear { month: Month::March, direction };
    /// assert_eq!(march(Direction::Past).with_direction(Direction::Future), march(Direction::Future));
    /// assert_eq!(march(Direction::Last).with_direction(Direction::Future), march(Direction::Last));
    /// ```
    #[must_use]
    pub fn with_direction(mut self, to: Direction) -> DateExpression {
        self.visit_mut(&mut |leaf| {
            if let directed!(direction) = leaf
                && matches!(direction, Direction::Past | Direction::Future)
            {
                *direction = to;
            }
        });
        self
    }

    /// The direction that was read off the clause, and that [`with_direction`](Self::with_direction) would change.
    ///
    /// ```
    /// use sortie::date::{Direction, find_iter};
    ///
    /// let direction = |text| find_iter(text).next().unwrap().expression.direction();
    /// assert_eq!(direction("They met on Friday."), Some(Direction::Past));
    /// assert_eq!(direction("They will meet on Friday."), Some(Direction::Future));
    /// assert_eq!(direction("They met last Friday."), None);
    /// ```
    pub fn direction(&self) -> Option<Direction> {
        self.leaves().into_iter().find_map(|leaf| match leaf {
            E::Quarter { year: Some(_), .. } | E::Half { year: Some(_), .. } | E::Season { year: Some(_), .. } | E::Holiday { year: Some(_), .. } => None,
            directed!(direction) if matches!(direction, Direction::Past | Direction::Future) => Some(*direction),
            _ => None,
        })
    }

    /// The same expression with this year wherever it tells a day, month, season or holiday without one.
    ///
    /// ```
    /// use sortie::date::{DateExpression, Direction, Month};
    ///
    /// let march = DateExpression::MonthOfYear { month: Month::March, direction: Direction::Past };
    /// assert_eq!(march.with_year(1991), DateExpression::Month { month: Month::March, year: 1991 });
    /// ```
    #[must_use]
    pub fn with_year(mut self, to: i32) -> DateExpression {
        if let E::Range { start, end } = self {
            // "from October to March" runs into the next year.
            let (first, last) = (start.with_year(to), end.clone().with_year(to));
            let turned = first.resolve_alone().zip(last.resolve_alone()).is_some_and(|(first, last)| first.start > last.end);
            let last = if turned { end.with_year(to.saturating_add(1)) } else { last };
            return E::Range { start: Box::new(first), end: Box::new(last) };
        }
        let bare = |direction: &Direction| matches!(direction, Direction::Past | Direction::Future);
        self.visit_mut(&mut |leaf| match leaf {
            E::DayOfMonth { month, day, direction } if bare(direction) => {
                if let Some(date) = NaiveDate::from_ymd_opt(to, month.number(), u32::from(*day)) {
                    *leaf = E::Date { date };
                }
            }
            E::MonthOfYear { month, direction } if bare(direction) => *leaf = E::Month { month: *month, year: to },
            E::Quarter { year, direction, .. } | E::Half { year, direction, .. } | E::Season { year, direction, .. } | E::Holiday { year, direction, .. } if bare(direction) && year.is_none() => {
                *year = Some(to);
            }
            _ => {}
        });
        self
    }

    /// The expressions that this one is built on, none for a leaf.
    pub(super) fn children(&self) -> impl Iterator<Item = &DateExpression> {
        let (a, b) = match self {
            E::PartOf { of, .. } | E::PartOfDay { of, .. } | E::Nth { of, .. } | E::WeekdayOf { of, .. } | E::Since { of } | E::Until { of } | E::By { of } => (Some(of), None),
            E::Clock { of, .. } | E::Offset { of, .. } | E::WeekdayFrom { of, .. } | E::Overnight { into: of } => (of.as_ref(), None),
            E::Range { start, end } => (Some(start), Some(end)),
            _ => (None, None),
        };
        a.into_iter().chain(b).map(Box::as_ref)
    }

    /// Whether any part of the expression answers `yes`.
    pub(super) fn any(&self, yes: &dyn Fn(&DateExpression) -> bool) -> bool {
        yes(self) || self.children().any(|child| child.any(yes))
    }

    /// The parts that are built on no other.
    pub(super) fn leaves(&self) -> Vec<&DateExpression> {
        let mut leaves = Vec::new();
        let mut open = vec![self];
        while let Some(part) = open.pop() {
            let before = open.len();
            open.extend(part.children());
            if open.len() == before {
                leaves.push(part);
            }
        }
        leaves
    }

    /// "the end of the month" as that of the month that the text told of before, not of the publication date.
    pub(super) fn counted_from_previous(mut self) -> DateExpression {
        self.visit_mut(&mut |leaf| {
            if let E::Relative { unit, offset: 0 } = leaf {
                *leaf = E::Offset { count: 0, unit: *unit, of: None };
            }
        });
        self
    }

    /// Calls `change` on every part, innermost first.
    fn visit_mut(&mut self, change: &mut dyn FnMut(&mut DateExpression)) {
        match self {
            E::PartOf { of, .. } | E::PartOfDay { of, .. } | E::Nth { of, .. } | E::WeekdayOf { of, .. } | E::Since { of } | E::Until { of } | E::By { of } => of.visit_mut(change),
            E::Clock { of, .. } | E::Offset { of, .. } | E::WeekdayFrom { of, .. } | E::Overnight { into: of } => {
                if let Some(of) = of {
                    of.visit_mut(change);
                }
            }
            E::Range { start, end } => {
                start.visit_mut(change);
                end.visit_mut(change);
            }
            _ => {}
        }
        change(self);
    }
}
