//! Counting what is right, missed and false.

#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Tally {
    right: usize,
    gold: usize,
    predicted: usize,
}

/// Precision, recall and how many there were to find.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scores {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    pub(crate) gold: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, right: usize, gold: usize, predicted: usize) {
        self.right += right;
        self.gold += gold;
        self.predicted += predicted;
    }

    pub(crate) fn scores(&self) -> Scores {
        Scores { precision: ratio(self.right as f64, self.predicted as f64), recall: ratio(self.right as f64, self.gold as f64), gold: self.gold }
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::default(), |mut total, tally| {
            total.add(tally.right, tally.gold, tally.predicted);
            total
        })
    }
}

impl Scores {
    pub(crate) fn f1(&self) -> f64 {
        ratio(2.0 * self.precision * self.recall, self.precision + self.recall)
    }
}

/// `a / b`, and 0 where there is nothing to divide by.
pub(crate) fn ratio(a: f64, b: f64) -> f64 {
    if b == 0.0 { 0.0 } else { a / b }
}
