//! Forces between nodes. All push each other, and far ones count together as one (Barnes and Hut,
//! "A hierarchical O(N log N) force-calculation algorithm", Nature 324, 1986); ties pull, and each
//! round moves less far (Fruchterman and Reingold, "Graph drawing by force-directed placement",
//! 1991).

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::f32::consts::TAU;

use super::layout::{Graph, Node, Tie, extent};

/// Rounds of forces.
const ROUNDS: u16 = 300;
/// In components of more nodes far ones push as one.
const MANY: usize = 200;
/// Room that a node asks for beyond its own size.
const ROOM: f32 = 40.0;
/// Pull towards the middle of the component.
const GRAVITY: f32 = 0.2;
/// Groups that look narrower than this, seen from a node, push it as one.
const NARROW: f32 = 0.9;

/// So often a group is cut at most: nodes in one place cannot be told apart.
const DEPTH: u8 = 24;

/// What pushes nodes away.
#[derive(Debug, Clone, Copy)]
pub struct Charge {
    /// Where it is.
    pub at: [f32; 2],
    /// How strongly it pushes.
    pub amount: f32,
}

impl Charge {
    /// Its push on a charge of one: weaker with the distance, none in its own place.
    pub fn push(&self, at: [f32; 2]) -> [f32; 2] {
        let away = [at[0] - self.at[0], at[1] - self.at[1]];
        let share = self.amount / (away[0] * away[0] + away[1] * away[1]).max(1.0);
        away.map(|side| side * share)
    }
}

/// Charges in groups of groups, by place.
#[derive(Debug)]
pub struct Quadtree {
    whole: Charge,
    width: f32,
    parts: Vec<Quadtree>,
}

impl Quadtree {
    /// The charges in their groups.
    pub fn new(charges: Vec<Charge>) -> Self {
        Self::cut(charges, DEPTH)
    }

    fn cut(charges: Vec<Charge>, depth: u8) -> Self {
        let whole = together(&charges);
        let [left, top, right, bottom] = bounds(&charges);
        let width = (right - left).max(bottom - top);
        let middle = [f32::midpoint(left, right), f32::midpoint(top, bottom)];
        let parts = if charges.len() < 2 || depth == 0 {
            Vec::new()
        } else {
            quarters(charges, middle)
                .into_iter()
                .filter(|quarter| !quarter.is_empty())
                .map(|quarter| Self::cut(quarter, depth - 1))
                .collect()
        };
        Self { whole, width, parts }
    }

    /// The push of all charges on a charge of one.
    pub fn push(&self, at: [f32; 2]) -> [f32; 2] {
        let away = [at[0] - self.whole.at[0], at[1] - self.whole.at[1]];
        let far = NARROW * away[0].hypot(away[1]);
        if self.parts.is_empty() || self.width < far {
            return self.whole.push(at);
        }
        self.parts.iter().fold([0.0; 2], |sum: [f32; 2], part| {
            let push = part.push(at);
            [sum[0] + push[0], sum[1] + push[1]]
        })
    }
}

/// All charges as one, at their centre of gravity.
fn together(charges: &[Charge]) -> Charge {
    let amount: f32 = charges.iter().map(|charge| charge.amount).sum();
    let sum = charges.iter().fold([0.0; 2], |sum: [f32; 2], charge| {
        [sum[0] + charge.at[0] * charge.amount, sum[1] + charge.at[1] * charge.amount]
    });
    let share = if amount > 0.0 { amount.recip() } else { 0.0 };
    Charge { at: sum.map(|side| side * share), amount }
}

/// The rectangle around the charges: left, top, right, bottom.
fn bounds(charges: &[Charge]) -> [f32; 4] {
    let start = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    charges.iter().fold(start, |[left, top, right, bottom], charge| {
        let [x, y] = charge.at;
        [left.min(x), top.min(y), right.max(x), bottom.max(y)]
    })
}

/// The charges on each side of the middle.
fn quarters(charges: Vec<Charge>, middle: [f32; 2]) -> [Vec<Charge>; 4] {
    let (left, right): (Vec<Charge>, Vec<Charge>) =
        charges.into_iter().partition(|charge| charge.at[0] < middle[0]);
    let halve = |side: Vec<Charge>| -> (Vec<Charge>, Vec<Charge>) {
        side.into_iter().partition(|charge| charge.at[1] < middle[1])
    };
    let (left_top, left_bottom) = halve(left);
    let (right_top, right_bottom) = halve(right);
    [left_top, left_bottom, right_top, right_bottom]
}

/// A node while it is moved.
#[derive(Debug, Clone, Copy)]
pub struct Body {
    /// Its place in the graph.
    pub node: usize,
    /// The middle of its circle.
    pub at: [f32; 2],
    /// Half the width and height of its extent.
    pub half: [f32; 2],
    /// How far the middle of its extent is below the middle of its circle.
    pub drop: f32,
    /// How many others it is tied to.
    ties: f32,
    /// How much room it wants.
    size: f32,
}

impl Body {
    fn new(node: usize, shape: &Node, ties: usize) -> Self {
        let [left, top, right, bottom] = extent(shape, [0.0; 2]);
        let half = [(right - left) / 2.0, (bottom - top) / 2.0];
        let drop = f32::midpoint(top, bottom);
        Self { node, at: [0.0; 2], half, drop, ties: ties as f32, size: half[0] + half[1] + ROOM }
    }
}

/// A tie while its ends are moved, which are places in the bodies.
#[derive(Debug, Clone, Copy)]
pub struct Spring {
    from: usize,
    to: usize,
    length: f32,
}

/// The nodes that each node is tied to, each once.
pub fn neighbours(graph: &Graph) -> Vec<Vec<usize>> {
    let count = graph.nodes.len();
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); count];
    for &Tie { from, to } in &graph.ties {
        if from == to || from >= count || to >= count {
            continue;
        }
        for (one, other) in [(from, to), (to, from)] {
            if let Some(list) = neighbours.get_mut(one) {
                list.push(other);
            }
        }
    }
    for list in &mut neighbours {
        list.sort_unstable();
        list.dedup();
    }
    neighbours
}

/// The nodes of each component, breadth-first from its best-connected one, with their distance.
pub fn components(neighbours: &[Vec<usize>]) -> Vec<Vec<(usize, usize)>> {
    let mut seen = vec![false; neighbours.len()];
    let mut visit = |node: usize| {
        seen.get_mut(node).is_some_and(|seen: &mut bool| !std::mem::replace(seen, true))
    };
    let mut order: Vec<(usize, &Vec<usize>)> = neighbours.iter().enumerate().collect();
    order.sort_by_key(|(_, list)| Reverse(list.len()));
    let mut found = Vec::new();
    for (start, _) in order {
        if !visit(start) {
            continue;
        }
        let mut members = vec![(start, 0)];
        let mut next = 0;
        while let Some(&(node, distance)) = members.get(next) {
            next += 1;
            for &other in neighbours.get(node).into_iter().flatten() {
                if visit(other) {
                    members.push((other, distance + 1));
                }
            }
        }
        found.push(members);
    }
    found
}

/// The nodes of a component on rings by their distance from the first, a little uneven so that
/// the forces find no false balance.
pub fn rings(graph: &Graph, neighbours: &[Vec<usize>], members: &[(usize, usize)]) -> Vec<Body> {
    let mut bodies = Vec::with_capacity(members.len());
    for ring in members.chunk_by(|one, other| one.1 == other.1) {
        let turn = TAU / ring.len() as f32;
        for (place, &(node, distance)) in ring.iter().enumerate() {
            let Some(shape) = graph.nodes.get(node) else { continue };
            let mut body = Body::new(node, shape, neighbours.get(node).map_or(0, Vec::len));
            let uneven = 1.0 + 0.2 * ((node * 37) % 101) as f32 / 101.0;
            let far = distance as f32 * body.size * uneven;
            let angle = place as f32 * turn + distance as f32 * 0.4 + 0.2;
            body.at = [far * angle.cos(), far * angle.sin()];
            bodies.push(body);
        }
    }
    bodies
}

/// The ties of a component, longer between large nodes and between nodes with many ties.
pub fn springs(neighbours: &[Vec<usize>], bodies: &[Body]) -> Vec<Spring> {
    let by_node: BTreeMap<usize, (usize, &Body)> =
        bodies.iter().enumerate().map(|(place, body)| (body.node, (place, body))).collect();
    let mut springs = Vec::new();
    for (from, one) in bodies.iter().enumerate() {
        for node in neighbours.get(one.node).into_iter().flatten() {
            if let Some(&(to, other)) = by_node.get(node)
                && from < to
            {
                let crowd = 1.0 + 0.15 * one.ties.min(other.ties).sqrt();
                springs.push(Spring { from, to, length: (one.size + other.size) * crowd });
            }
        }
    }
    springs
}

/// Lets the forces move a component, each round less far.
pub fn settle(bodies: &mut [Body], springs: &[Spring], told: &dyn Fn(f32) -> bool) -> Option<()> {
    if bodies.len() < 2 {
        return told(0.0).then_some(());
    }
    let count = bodies.len() as f32;
    let start = bodies.iter().map(|body| body.size).sum::<f32>() / count * count.sqrt() / 2.0;
    for round in 0..ROUNDS {
        let done = f32::from(round) / f32::from(ROUNDS);
        if !told(done) {
            return None;
        }
        let farthest = start * (1.0 - done).powi(2) + 0.5;
        let forces = forces(bodies, springs);
        for (body, force) in bodies.iter_mut().zip(forces) {
            let strength = force[0].hypot(force[1]);
            if strength.is_finite() && strength > 0.0 {
                let step = (strength / (2.0 + 2.0 * body.ties)).min(farthest);
                body.at = plus(body.at, force, step / strength);
            }
        }
    }
    Some(())
}

/// The force on each body: all push each other, ties and the middle pull.
fn forces(bodies: &[Body], springs: &[Spring]) -> Vec<[f32; 2]> {
    let charges: Vec<Charge> =
        bodies.iter().map(|body| Charge { at: body.at, amount: body.size }).collect();
    let tree = (charges.len() > MANY).then(|| Quadtree::new(charges.clone()));
    let push = |at: [f32; 2]| match &tree {
        Some(tree) => tree.push(at),
        None => charges.iter().fold([0.0; 2], |sum, charge| plus(sum, charge.push(at), 1.0)),
    };
    let mut forces: Vec<[f32; 2]> = bodies
        .iter()
        .map(|body| plus(body.at.map(|side| -side * GRAVITY), push(body.at), body.size))
        .collect();
    for &Spring { from, to, length } in springs {
        let (Some(one), Some(other)) = (bodies.get(from), bodies.get(to)) else { continue };
        let apart = plus(other.at, one.at, -1.0);
        let pull = apart[0].hypot(apart[1]) / length;
        for (end, pull) in [(from, pull), (to, -pull)] {
            if let Some(force) = forces.get_mut(end) {
                *force = plus(*force, apart, pull);
            }
        }
    }
    forces
}

/// A point moved along so many times the other.
pub fn plus(one: [f32; 2], other: [f32; 2], times: f32) -> [f32; 2] {
    [one[0] + other[0] * times, one[1] + other[1] * times]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_push_much_as_their_charges_do() {
        let charges: Vec<Charge> = (0..400_u16)
            .map(|place| {
                let (far, angle) = (f32::from(place).sqrt() * 10.0, f32::from(place) * 2.4);
                Charge { at: [far * angle.cos(), far * angle.sin()], amount: 50.0 }
            })
            .collect();
        let tree = Quadtree::new(charges.clone());
        for at in [[150.0, 20.0], [-300.0, 90.0]] {
            let exact =
                charges.iter().fold([0.0; 2], |sum, charge| plus(sum, charge.push(at), 1.0));
            let push = tree.push(at);
            let off = (push[0] - exact[0]).hypot(push[1] - exact[1]);
            assert!(off < 0.15 * f32::hypot(exact[0], exact[1]), "{push:?} for {exact:?}");
        }
    }

    #[test]
    fn charges_in_one_place_do_not_push_each_other() {
        let tree = Quadtree::new(vec![Charge { at: [3.0, 4.0], amount: 2.0 }; 5]);
        let push = tree.push([3.0, 4.0]);
        assert!(push.iter().all(|side| side.abs() < 0.01), "{push:?}");
    }
}
