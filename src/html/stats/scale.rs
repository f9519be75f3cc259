//! Round steps for an axis.

/// The step and the top of an axis from 0 that holds `most`: 1, 2 or 5 times a power
/// of ten, with at most four steps.
pub fn axis(most: u64) -> (u64, u64) {
    let mut power: u64 = 1;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            let steps = most.div_ceil(step).max(1);
            if steps <= 4 {
                return (step, step.saturating_mul(steps));
            }
        }
        power = power.saturating_mul(10);
    }
}

/// `n` of `top` in parts of `parts`, never more than all of them.
pub fn part(n: u64, top: u64, parts: u64) -> u64 {
    let part = u128::from(n) * u128::from(parts) / u128::from(top.max(1));
    u64::try_from(part).map_or(parts, |part| part.min(parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        for (most, expected) in [
            (0, (1, 1)),
            (1, (1, 1)),
            (3, (1, 3)),
            (5, (2, 6)),
            (17, (5, 20)),
            (81, (50, 100)),
            (12_345_678, (5_000_000, 15_000_000)),
        ] {
            assert_eq!(axis(most), expected, "{most}");
        }
        let (step, top) = axis(u64::MAX);
        assert!(step > u64::MAX / 5 && top >= u64::MAX / 5 * 4);
    }

    #[test]
    fn parts() {
        assert_eq!(part(1, 3, 1000), 333);
        assert_eq!(part(0, 0, 1000), 0);
        assert_eq!(part(9, 3, 1000), 1000);
        assert_eq!(part(u64::MAX, u64::MAX, 1000), 1000);
    }
}
