use super::*;
use crate::count::table::tests::Chance;

fn variant(name: &str, arrivals: u64, signatures: u64) -> Variant {
    Variant { name: name.into(), clicks: 0, arrivals, signatures, rate: interval(signatures, arrivals) }
}

#[test]
fn the_tail_is_that_of_the_tables() {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1.
    for (z, above) in [
        (0.0, 0.5),
        (0.5, 0.308_538),
        (1.0, 0.158_655),
        (1.959_964, 0.025),
        (2.575_829, 0.005),
        (4.0, 3.167e-5),
    ] {
        assert!((tail(z) - above).abs() < 1e-6, "{z}: {}", tail(z));
    }
}

#[test]
fn intervals_are_wilson_s() {
    let near = |found: Option<[f64; 3]>, expected: [f64; 3]| {
        found.unwrap().iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 5e-4)
    };
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    assert!(near(interval(81, 263), [0.2553, 0.3080, 0.3662]));
    assert!(near(interval(15, 148), [0.0624, 0.1014, 0.1605]));
    assert!(near(interval(0, 20), [0.0, 0.0, 0.1611]));
    assert!(near(interval(1, 29), [0.0061, 0.0345, 0.1718]));
    assert_eq!(interval(1, 0), None);
    assert!(interval(9, 5).unwrap()[1] <= 1.0);
}

#[test]
fn verdicts() {
    let say = |list: &[(u64, u64)]| {
        let named: Vec<Variant> =
            list.iter().zip(["a", "b", "c", "d"]).map(|((n, k), name)| variant(name, *n, *k)).collect();
        verdict(&named)
    };
    assert_eq!(say(&[]), Verdict::None);
    assert_eq!(say(&[(500, 50)]), Verdict::None);
    assert_eq!(say(&[(500, 50), (5, 1)]), Verdict::TooFew(15));
    assert!(matches!(say(&[(25, 1), (25, 2)]), Verdict::TooFew(_)), "too few signatures");
    assert!(
        matches!(say(&[(100, 20), (100, 24)]), Verdict::TooFew(50..500)),
        "too few to see half as much again"
    );
    assert_eq!(say(&[(5000, 1000), (5000, 1010)]), Verdict::NoDifference);
    // 2x2 with 100 of 1000 against 150 of 1000: chi-squared 11.43, p = 0.000723.
    let Verdict::Better { name, p } = say(&[(1000, 100), (1000, 150)]) else { panic!() };
    assert_eq!(name, "b");
    assert!((p - 0.000_723).abs() < 2e-5, "{p}");
    let Verdict::Better { p: of_three, .. } = say(&[(1000, 100), (1000, 150), (1000, 90)]) else { panic!() };
    assert!((of_three / p - 3.0).abs() < 1e-6, "three pairs");
}

#[test]
fn what_is_alike_is_seldom_called_better() {
    let mut chance = Chance(5);
    let mut wrong = 0;
    for _ in 0..2000 {
        let mut draw = |n: u64| (0..n).filter(|_| chance.below(100) < 20).count() as u64;
        let list = [variant("a", 400, draw(400)), variant("b", 400, draw(400)), variant("c", 400, draw(400))];
        wrong += usize::from(matches!(verdict(&list), Verdict::Better { .. }));
    }
    assert!(wrong < 120, "{wrong} of 2000");
    assert!(wrong > 5, "a test that never errs finds nothing: {wrong}");
}
