//! Whatever happens, in whatever order: what the supporter was told is stored, or
//! sent, reaches the destination, and one that honours UUIDs holds it once.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::server::{NONE, Reply, Server};
use super::tab::{Device, Tab};
use super::*;
use crate::time;
use crate::world::name;

/// A request on its way, or its reply on the way back.
struct Flight {
    tab: usize,
    id: String,
    reply: Option<Reply>,
    since: i64,
}

/// A page that is open: its tab and its outbox.
struct Open {
    world: Tab,
    outbox: Outbox,
}

struct Scene {
    device: Rc<Device>,
    server: Server,
    tabs: Vec<Option<Open>>,
    flights: Vec<Flight>,
    /// The UUIDs of which a supporter was told that they are stored, or taken in.
    promised: BTreeSet<String>,
    made: u64,
    /// Whether the store may be full and the clock be set, and one in five signs for
    /// another destination.
    wild: bool,
    asked_until: i64,
    pauses: usize,
    impatient: usize,
}

/// What came of a schedule.
#[derive(Debug, Default)]
struct End {
    /// UUIDs that were promised and that the server lacks.
    lost: Vec<String>,
    /// Personal data that is still on the device.
    left: Vec<String>,
    /// How many requests for what the server had already.
    repeated: usize,
    /// How often the server asked for time.
    pauses: usize,
    /// How many signatures were taken up to be sent in that time.
    impatient: usize,
    /// How many signatures there were.
    made: u64,
}

impl Scene {
    fn new(seed: u64, wild: bool) -> Self {
        let device = Rc::new(Device::default());
        device.chance.seed(seed);
        device.now.set(1_790_000_000_000);
        let mut scene = Scene {
            device,
            server: Server::default(),
            tabs: Vec::new(),
            flights: Vec::new(),
            promised: BTreeSet::new(),
            made: 0,
            wild,
            asked_until: 0,
            pauses: 0,
            impatient: 0,
        };
        scene.open();
        scene
    }

    fn below(&self, limit: usize) -> usize {
        usize::try_from(self.device.chance.below(limit as u64)).unwrap()
    }

    fn open(&mut self) {
        self.tabs.push(Some(Open { world: Tab::open(&self.device), outbox: Outbox::default() }));
    }

    /// A tab that is open, if any.
    fn some_tab(&self) -> Option<usize> {
        let open: Vec<usize> = (0..self.tabs.len()).filter(|tab| self.tabs[*tab].is_some()).collect();
        (!open.is_empty()).then(|| open[self.below(open.len())])
    }

    fn sign(&mut self, tab: usize) {
        self.made += 1;
        let id = ["id-", &self.made.to_string()].concat();
        let Some(open) = &mut self.tabs[tab] else { return };
        if open
            .outbox
            .keep(&open.world, &signature(&id, if self.wild && self.made.is_multiple_of(5) { B } else { A }))
        {
            self.promised.insert(id);
        }
        self.send(tab);
    }

    fn send(&mut self, tab: usize) {
        let Some(open) = &mut self.tabs[tab] else { return };
        if let Some(entry) = open.outbox.take(&open.world) {
            let (id, since) = (entry.get("id").to_owned(), self.device.now.get());
            self.impatient += usize::from(since < self.asked_until);
            self.flights.push(Flight { tab, id, reply: None, since });
        }
    }

    /// Something happens to something that is under way.
    fn fly(&mut self, well: bool) {
        if self.flights.is_empty() {
            return;
        }
        let at = self.below(self.flights.len());
        let now = self.device.now.get();
        // The page gives up on what takes too long, and does not hear of it again.
        if now - self.flights[at].since > TIMEOUT || now < self.flights[at].since {
            let flight = self.flights.swap_remove(at);
            if flight.reply.is_none() && self.device.chance.once_in(2) {
                self.server.ask(&flight.id, false, &self.device.chance);
            }
            return self.settle(flight.tab, &flight.id, NONE);
        }
        let Some(reply) = self.flights[at].reply else {
            if !well && self.device.chance.once_in(4) {
                let flight = self.flights.swap_remove(at);
                return self.settle(flight.tab, &flight.id, NONE);
            }
            let flight = &mut self.flights[at];
            let reply = self.server.ask(&flight.id, well, &self.device.chance);
            flight.reply = Some(reply);
            return;
        };
        let flight = self.flights.swap_remove(at);
        let lost = !well && self.device.chance.once_in(4);
        self.settle(flight.tab, &flight.id, if lost { NONE } else { reply });
    }

    fn settle(&mut self, tab: usize, id: &str, reply: Reply) {
        let Some(open) = &mut self.tabs[tab] else { return };
        open.outbox.settle(&open.world, id, reply.outcome, reply.retry_after);
        if reply.retry_after > 0 {
            self.pauses += 1;
            let until = self.device.now.get() + i64::from(reply.retry_after) * 1000;
            self.asked_until = self.asked_until.max(until);
        }
        if reply.outcome != Outcome::Later {
            self.promised.insert(id.into());
        }
        self.send(tab);
    }

    fn pass(&self, milliseconds: i64) {
        self.device.now.set(self.device.now.get() + milliseconds);
    }

    fn step(&mut self) {
        let what = self.below(100);
        let tab = self.some_tab();
        match (what, tab) {
            (0..8, _) | (_, None) if self.tabs.len() < 40 => self.open(),
            // Its requests may still arrive; their replies reach nobody.
            (8..14, Some(tab)) => self.tabs[tab] = None,
            (0..8 | 14..32, Some(tab)) => self.sign(tab),
            (32..50, Some(tab)) => self.send(tab),
            (50..80, _) => self.fly(false),
            (80..84, Some(tab)) => {
                if let Some(open) = &mut self.tabs[tab] {
                    open.outbox.hurry(&open.world);
                }
                self.send(tab);
            }
            (84..86, _) if self.wild => self.device.full.set(!self.device.full.get()),
            (86..98, _) => {
                let (size, steps) = (10_i64.pow(u32::try_from(self.below(7)).unwrap()), self.below(9) + 1);
                self.pass(size * i64::try_from(steps).unwrap());
            }
            (98.., _) if self.wild => {
                let days = i64::try_from(self.below(4000)).unwrap() - 2000;
                self.pass(days * time::DAY);
            }
            _ => {}
        }
    }

    /// All pages are closed; on a later day one is opened, and all goes well.
    fn end(mut self) -> End {
        self.tabs = vec![];
        self.flights = vec![];
        self.device.full.set(false);
        self.pass(time::DAY);
        let (pauses, impatient) = (self.pauses, self.impatient);
        self.open();
        let started = self.device.now.get();
        while self.device.now.get() - started < 30 * time::DAY {
            self.send(0);
            while !self.flights.is_empty() {
                self.fly(true);
            }
            let Some(open) = &mut self.tabs[0] else { break };
            match open.outbox.due_in(&open.world) {
                Some(pause) => self.device.now.set(self.device.now.get() + pause.max(1)),
                None => break,
            }
        }
        let store = self.device.store.borrow();
        End {
            lost: self.promised.iter().filter(|id| !self.server.taken.contains_key(*id)).cloned().collect(),
            left: store
                .keys()
                .filter(|stored| stored.starts_with(&name(&[world::OUTBOX, ""])))
                .cloned()
                .collect(),
            repeated: self.server.taken.values().map(|times| times - 1).sum(),
            pauses,
            impatient,
            made: self.made,
        }
    }
}

fn run(seed: u64, forgetful: bool, wild: bool) -> End {
    let mut scene = Scene::new(seed, wild);
    scene.device.forgetful.set(forgetful);
    let steps = 20 + scene.below(200);
    for _ in 0..steps {
        scene.step();
    }
    scene.device.forgetful.set(false);
    scene.end()
}

#[test]
fn nothing_that_was_promised_is_lost() {
    let (mut made, mut repeated) = (0, 0);
    for seed in 0..5000 {
        let end = run(seed, false, true);
        assert_eq!((&end.lost, &end.left), (&vec![], &vec![]), "seed {seed}");
        made += end.made;
        repeated += end.repeated;
    }
    // The schedules are harsh enough to mean something: requests are repeated for
    // what the destination has already, which it knows by the UUID.
    assert!(made > 50_000, "{made}");
    assert!(repeated > 1000, "{repeated}");
}

#[test]
fn a_server_that_asks_for_time_is_left_alone() {
    let mut pauses = 0;
    for seed in 0..2000 {
        let end = run(seed, false, false);
        assert_eq!(end.impatient, 0, "seed {seed}");
        pauses += end.pauses;
    }
    assert!(pauses > 500, "{pauses}");
}

#[test]
fn a_store_that_breaks_its_word_is_found_out() {
    let lost: usize = (0..500).map(|seed| run(seed, true, true).lost.len()).sum();
    assert!(lost > 100, "{lost}");
}
