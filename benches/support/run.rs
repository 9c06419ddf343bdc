//! What each bench does with its arguments.

use std::env;

use criterion::Criterion;

/// With `table` there is the table alone; with no name of a benchmark, the table after all of them.
/// Without `--bench` the benchmarks are only tried: whether they run at all, on the least there is.
pub fn run(benchmarks: impl FnOnce(&mut Criterion, bool), table: impl FnOnce()) {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let given = |name: &str| arguments.iter().any(|argument| argument == name);
    if !given("table") {
        let mut criterion = Criterion::default().without_plots().configure_from_args();
        benchmarks(&mut criterion, !given("--bench"));
        criterion.final_summary();
    }
    if given("table") || arguments == ["--bench"] {
        table();
    }
}
