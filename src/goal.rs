//! The goal that the progress bar runs to.

/// The next goal that `signatures` has not reached. Past the last of `goals`
///, or without any, the goal stretches by itself to the next round
/// number with some way left to go, so that the bar never just stays full.
pub fn next(goals: &[u64], signatures: u64) -> u64 {
    if let Some(goal) = goals.iter().filter(|goal| **goal > signatures).min() {
        return *goal;
    }
    let mut step = 100u64;
    loop {
        for factor in [1, 2, 5] {
            let goal = step.saturating_mul(factor);
            if goal > signatures || goal == u64::MAX {
                return goal;
            }
        }
        step = step.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_through_the_goals_and_then_stretches() {
        let goals = [500, 2000];
        assert_eq!(next(&goals, 0), 500);
        assert_eq!(next(&goals, 499), 500);
        assert_eq!(next(&goals, 500), 2000);
        assert_eq!(next(&goals, 2000), 5000);
        assert_eq!(next(&goals, 1_600_000), 2_000_000);
        assert_eq!(next(&[], 0), 100);
        assert_eq!(next(&[], 100), 200);
        assert_eq!(next(&[], u64::MAX), u64::MAX);
    }
}
