//! Memory on the heap: what the built-in names take, and what building them takes at its peak.
//!
//! The texts of the names stand in the program itself, outside the heap.

use peak_alloc::PeakAlloc;
use sortie::Gazetteer;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

fn main() {
    let before = ALLOCATOR.current_usage_as_mb();
    ALLOCATOR.reset_peak_usage();
    let gazetteer = Gazetteer::builder().with_builtin().build().expect("the built-in data are sound");
    let live = ALLOCATOR.current_usage_as_mb() - before;
    let peak = ALLOCATOR.peak_usage_as_mb() - before;
    println!("{} names: {live:.1} MB live, {peak:.1} MB at the peak of building", gazetteer.len());
    assert!(live < 30.0 && peak < 60.0);
}
