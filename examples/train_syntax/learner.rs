//! An averaged perceptron over hashed features.

/// Finds row numbers by feature key; open addressing, so that training does
/// not depend on the standard library's random hashing.
pub(crate) struct Rows {
    places: Vec<(u32, u32)>,
    len: usize,
}

const FREE: u32 = u32::MAX;

impl Rows {
    pub(crate) fn new() -> Rows {
        Rows { places: vec![(0, FREE); 1 << 16], len: 0 }
    }

    fn place(&self, key: u32) -> usize {
        let mask = self.places.len() - 1;
        let mut at = (key.wrapping_mul(0x9E37_79B1) >> 7) as usize & mask;
        while self.places[at].1 != FREE && self.places[at].0 != key {
            at = (at + 1) & mask;
        }
        at
    }

    pub(crate) fn get(&self, key: u32) -> Option<usize> {
        let (_, row) = self.places[self.place(key)];
        (row != FREE).then_some(row as usize)
    }

    pub(crate) fn insert(&mut self, key: u32) -> usize {
        if let Some(row) = self.get(key) {
            return row;
        }
        if self.len * 2 >= self.places.len() {
            let old = std::mem::take(&mut self.places);
            self.places = vec![(0, FREE); old.len() * 2];
            for (key, row) in old.into_iter().filter(|p| p.1 != FREE) {
                let at = self.place(key);
                self.places[at] = (key, row);
            }
        }
        let at = self.place(key);
        self.places[at] = (key, self.len as u32);
        self.len += 1;
        self.len - 1
    }
}

/// The learner: weights, and their sums over time for averaging.
pub(crate) struct Learner<const C: usize> {
    rows: Rows,
    keys: Vec<u32>,
    weights: Vec<[i32; C]>,
    /// Updates weighted by the step they were made at.
    late: Vec<[i64; C]>,
    hits: Vec<u32>,
    /// Rows may be added.
    open: bool,
    steps: i64,
    found: Vec<u32>,
    /// Key bits that tell features apart.
    mask: u32,
}

impl<const C: usize> Learner<C> {
    /// A learner that makes a row for every feature that once was part of an
    /// error.
    pub(crate) fn new(mask: u32) -> Learner<C> {
        Learner { rows: Rows::new(), keys: Vec::new(), weights: Vec::new(), late: Vec::new(), hits: Vec::new(), open: true, steps: 0, found: Vec::new(), mask }
    }

    /// A learner for these features alone.
    pub(crate) fn closed(mask: u32, keys: &[u32]) -> Learner<C> {
        let mut learner = Learner::new(mask);
        for &key in keys {
            learner.row(key);
        }
        learner.open = false;
        learner
    }

    fn row(&mut self, key: u32) -> usize {
        let row = self.rows.insert(key & self.mask);
        if row == self.keys.len() {
            self.keys.push(key & self.mask);
            self.weights.push([0; C]);
            self.late.push([0; C]);
            self.hits.push(0);
        }
        row
    }

    /// Scores of all classes.
    pub(crate) fn scores(&mut self, features: &[u32]) -> [i32; C] {
        self.steps += 1;
        self.found.clear();
        let mut sums = [0; C];
        for &key in features {
            match self.rows.get(key & self.mask) {
                None => self.found.push(FREE),
                Some(row) => {
                    self.found.push(row as u32);
                    self.hits[row] += 1;
                    for (sum, weight) in sums.iter_mut().zip(&self.weights[row]) {
                        *sum += weight;
                    }
                }
            }
        }
        sums
    }

    /// Moves the features last scored towards one class and away from another.
    pub(crate) fn update(&mut self, features: &[u32], good: usize, bad: usize) {
        for (i, feature) in features.iter().enumerate() {
            let row = match self.found[i] {
                FREE if !self.open => continue,
                FREE => self.row(*feature),
                row => row as usize,
            };
            self.weights[row][good] += 1;
            self.weights[row][bad] -= 1;
            self.late[row][good] += self.steps;
            self.late[row][bad] -= self.steps;
        }
    }

    /// Keys with their averaged weights, in the order the rows were made.
    pub(crate) fn averaged(&self) -> Vec<(u32, [f64; C], u32)> {
        let steps = self.steps.max(1) as f64;
        (0..self.keys.len())
            .map(|r| {
                let row = std::array::from_fn(|c| f64::from(self.weights[r][c]) - self.late[r][c] as f64 / steps);
                (self.keys[r], row, self.hits[r])
            })
            .collect()
    }
}

/// The keys of the `most` rows that did most, no more than `per_place` of them
/// in any place of the final table.
pub(crate) fn select<const C: usize>(learner: &Learner<C>, most: usize, place_shift: u32, per_place: u8) -> Vec<u32> {
    let mut ranked: Vec<(f64, u32)> = learner
        .averaged()
        .iter()
        .map(|(key, row, hits)| {
            let size: f64 = row.iter().map(|w| w.abs()).sum();
            (size * f64::from(*hits).sqrt(), *key)
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut taken = vec![0u8; 1 << (32 - place_shift)];
    let mut keys = Vec::new();
    for (_, key) in ranked {
        let place = &mut taken[(key >> place_shift) as usize];
        if keys.len() < most && *place < per_place {
            *place += 1;
            keys.push(key);
        }
    }
    keys
}

/// Rows of averaged weights scaled to single bytes; relative to the first
/// weight if `relative`.
pub(crate) fn quantised<const C: usize>(runs: &[Learner<C>], cut: f64, relative: bool) -> Vec<(u32, [i8; C])> {
    let mut rows: Vec<(u32, [f64; C])> = runs[0].averaged().into_iter().map(|(k, r, _)| (k, r)).collect();
    for run in &runs[1..] {
        // Closed learners of the same keys have the same rows.
        for (row, (key, more, _)) in rows.iter_mut().zip(run.averaged()) {
            assert_eq!(row.0, key);
            for (a, b) in row.1.iter_mut().zip(more) {
                *a += b;
            }
        }
    }
    if relative {
        for (_, row) in &mut rows {
            let first = row[0];
            row.iter_mut().for_each(|w| *w -= first);
        }
    }
    let mut sizes: Vec<f64> = rows.iter().flat_map(|r| r.1).map(f64::abs).filter(|w| *w > 0.0).collect();
    sizes.sort_by(f64::total_cmp);
    let top = sizes.get(sizes.len() * 9995 / 10000).copied().unwrap_or(1.0);
    let scale = 127.0 / top;
    let mut out: Vec<(u32, [i8; C])> = rows
        .iter()
        .map(|(key, row)| {
            (
                *key,
                row.map(|w| {
                    let w = w * scale;
                    if w.abs() < cut { 0 } else { w.round().clamp(-127.0, 127.0) as i8 }
                }),
            )
        })
        .filter(|(_, row)| row.iter().any(|&w| w != 0))
        .collect();
    out.sort_by_key(|r| r.0);
    out
}
