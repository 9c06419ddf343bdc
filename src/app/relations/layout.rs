//! Where the entities and the labels of their ties are drawn: each component is settled by forces,
//! stretched to the room and its boxes pushed apart along their lesser overlap; then components go
//! side by side. The same graph always gets the same places.

use super::forces::{Body, components, neighbours, plus, rings, settle, springs};

type Point = [f32; 2];
/// Left, top, right, bottom.
type Rect = [f32; 4];

/// The room that a component gets, by what its nodes cover.
const FREE: f32 = 3.4;
/// Least distance between nodes.
const MARGIN: f32 = 8.0;
/// Distance between components.
const APART: f32 = 32.0;
/// Distance between a circle and its label, and around the labels of ties.
const LABEL_GAP: f32 = 2.0;

/// What is laid out.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// The entities.
    pub nodes: Vec<Node>,
    /// What ties them; ties to themselves or to nowhere are left out of account.
    pub ties: Vec<Tie>,
}

/// A circle with a label under it.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// Of the circle, in points.
    pub radius: f32,
    /// Width and height of the label under it, in points.
    pub label: [f32; 2],
}

/// A line between two nodes.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// One end, by its place in the nodes.
    pub from: usize,
    /// The other end.
    pub to: usize,
}

/// Places of the nodes, in points; the centre of the whole is at 0, 0. The aspect is the width of
/// the room by its height. `proceed` is told the share done; None where it says no.
pub fn lay_out(graph: &Graph, aspect: f32, proceed: &dyn Fn(f32) -> bool) -> Option<Vec<[f32; 2]>> {
    if !proceed(0.0) {
        return None;
    }
    let aspect = if aspect.is_finite() { aspect.clamp(0.2, 5.0) } else { 1.0 };
    let neighbours = neighbours(graph);
    let total = graph.nodes.len() as f32;
    let mut done = 0.0_f32;
    let mut groups = Vec::new();
    for members in components(&neighbours) {
        let count = members.len() as f32;
        let told = |share: f32| proceed((done + count * share) / total);
        let mut bodies = rings(graph, &neighbours, &members);
        let springs = springs(&neighbours, &bodies);
        settle(&mut bodies, &springs, &told)?;
        stretch(&mut bodies, aspect);
        condense(&mut bodies);
        separate(&mut bodies, &told)?;
        groups.push(bodies);
        done += count;
    }
    pack(&mut groups, aspect);
    let mut places = vec![[0.0; 2]; graph.nodes.len()];
    for body in groups.iter().flatten() {
        if let Some(place) = places.get_mut(body.node) {
            *place = body.at;
        }
    }
    Some(places)
}

/// The rectangle that a node and its label cover: left, top, right, bottom.
pub fn extent(node: &Node, at: [f32; 2]) -> [f32; 4] {
    let radius = usable(node.radius);
    let [width, height] = node.label.map(usable);
    let half = radius.max(width / 2.0);
    let under = if height > 0.0 { radius + LABEL_GAP + height } else { radius };
    [at[0] - half, at[1] - radius, at[0] + half, at[1] + under]
}

/// The middle of the label of each tie, by its width and height: on the tie's line, near its
/// middle, off all nodes and the other labels; None where it has no room. Ties with the least
/// room choose first.
pub fn tie_labels(graph: &Graph, places: &[[f32; 2]], sizes: &[[f32; 2]]) -> Vec<Option<[f32; 2]>> {
    let nodes: Vec<Rect> =
        graph.nodes.iter().zip(places).map(|(node, &at)| extent(node, at)).collect();
    let mut found = vec![None; graph.ties.len()];
    let mut choices: Vec<(&mut Option<Point>, Vec<Rect>)> = found
        .iter_mut()
        .zip(graph.ties.iter().zip(sizes))
        .map(|(label, (tie, &size))| (label, free(*tie, size, places, &nodes)))
        .collect();
    choices.sort_by_key(|(_, free)| free.len());
    let mut taken: Vec<Rect> = Vec::new();
    for (label, free) in choices {
        let fits = |one: &Rect| !taken.iter().any(|other| overlap(one, other));
        if let Some(rect) = free.into_iter().find(fits) {
            *label = Some(middle(rect));
            taken.push(rect);
        }
    }
    found
}

/// Where the label of a tie is off all nodes, the nearest to its middle first.
fn free(tie: Tie, size: Point, places: &[Point], nodes: &[Rect]) -> Vec<Rect> {
    let (Some(&from), Some(&to)) = (places.get(tie.from), places.get(tie.to)) else {
        return Vec::new();
    };
    if tie.from == tie.to || !from.iter().chain(&to).all(|side| side.is_finite()) {
        return Vec::new();
    }
    let half = size.map(|side| usable(side) / 2.0 + LABEL_GAP);
    let whole = union(around(from, half), around(to, half));
    let near: Vec<&Rect> = nodes.iter().filter(|node| overlap(node, &whole)).collect();
    (0..29_u8)
        .map(|step| {
            let off = f32::from(step.div_ceil(2)) * 0.025;
            let share = if step % 2 == 0 { 0.5 + off } else { 0.5 - off };
            around(plus(from, plus(to, from, -1.0), share), half)
        })
        .filter(|label| !near.iter().any(|node| overlap(node, label)))
        .collect()
}

/// A length that can be reckoned with.
fn usable(length: f32) -> f32 {
    if length.is_finite() { length.clamp(0.0, 10_000.0) } else { 0.0 }
}

fn around(at: Point, half: Point) -> Rect {
    [at[0] - half[0], at[1] - half[1], at[0] + half[0], at[1] + half[1]]
}

fn middle([left, top, right, bottom]: Rect) -> Point {
    [f32::midpoint(left, right), f32::midpoint(top, bottom)]
}

fn overlap(one: &Rect, other: &Rect) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

fn union(one: Rect, other: Rect) -> Rect {
    let [left, top, right, bottom] = other;
    [one[0].min(left), one[1].min(top), one[2].max(right), one[3].max(bottom)]
}

fn rect(body: &Body) -> Rect {
    around([body.at[0], body.at[1] + body.drop], body.half)
}

fn bounds(bodies: &[Body]) -> Rect {
    bodies.iter().map(rect).reduce(union).unwrap_or_default()
}

/// Stretches a component to the aspect of the room, within measure.
fn stretch(bodies: &mut [Body], aspect: f32) {
    let [left, top, right, bottom] = bounds(bodies);
    let factor = (aspect * (bottom - top) / (right - left).max(1.0)).sqrt();
    let [wide, high] = [factor, factor.recip()].map(|side| side.clamp(0.7, 1.4));
    for body in bodies {
        body.at = [body.at[0] * wide, body.at[1] * high];
    }
}

/// Draws a component together until it leaves about as much room free as its labels and ties need:
/// forces spread it wider than a window.
fn condense(bodies: &mut [Body]) {
    let area = |[left, top, right, bottom]: Rect| (right - left) * (bottom - top);
    let covered: f32 = bodies.iter().map(|body| area(rect(body))).sum();
    let factor = (FREE * covered / area(bounds(bodies)).max(1.0)).sqrt();
    if factor < 1.0 {
        for body in bodies {
            body.at = body.at.map(|side| side * factor);
        }
    }
}

/// Moves nodes until none covers another: pushed apart, from time to time all drawn wider, at
/// last one below the other.
fn separate(bodies: &mut [Body], told: &dyn Fn(f32) -> bool) -> Option<()> {
    for round in 1..=200_u8 {
        if !told(1.0) {
            return None;
        }
        if !push_apart(bodies) {
            return Some(());
        }
        if round % 20 == 0 {
            for body in &mut *bodies {
                body.at = body.at.map(|side| side * 1.1);
            }
        }
    }
    sink(bodies);
    Some(())
}

/// Whether any two were too near each other.
fn push_apart(bodies: &mut [Body]) -> bool {
    bodies.sort_by(|one, other| rect(one)[0].total_cmp(&rect(other)[0]));
    let mut moved = false;
    for place in 0..bodies.len() {
        let Some([one, others @ ..]) = bodies.get_mut(place..) else { break };
        for other in others {
            if rect(other)[0] > rect(one)[2] + MARGIN {
                break;
            }
            moved |= part(one, other);
        }
    }
    moved
}

/// Moves two that are too near each other, both as far, along the lesser overlap.
fn part(one: &mut Body, other: &mut Body) -> bool {
    let [across, down] = plus(middle(rect(other)), middle(rect(one)), -1.0);
    let wide = one.half[0] + other.half[0] + MARGIN - across.abs();
    let high = one.half[1] + other.half[1] + MARGIN - down.abs();
    if wide < 0.1 || high < 0.1 {
        return false;
    }
    let by = if wide < high {
        [(wide / 2.0).copysign(across), 0.0]
    } else {
        [0.0, (high / 2.0).copysign(down)]
    };
    one.at = plus(one.at, by, -1.0);
    other.at = plus(other.at, by, 1.0);
    true
}

/// Moves each down, from the top, until it is below all that it would cover.
fn sink(bodies: &mut [Body]) {
    bodies.sort_by(|one, other| rect(one)[1].total_cmp(&rect(other)[1]));
    for place in 0..bodies.len() {
        let (above, rest) = bodies.split_at_mut(place);
        let Some(body) = rest.first_mut() else { break };
        while let Some(other) = above.iter().map(rect).find(|other| overlap(other, &rect(body))) {
            body.at[1] += other[3] + MARGIN - rect(body)[1];
        }
    }
}

/// Puts components side by side: the largest in the middle, the others in columns and rows around
/// it, whichever brings the whole nearer to the aspect. The middle of the whole comes to 0, 0.
fn pack(groups: &mut [Vec<Body>], aspect: f32) {
    let area = |[left, top, right, bottom]: Rect| (right - left) * (bottom - top);
    groups.sort_by(|one, other| area(bounds(other)).total_cmp(&area(bounds(one))));
    let mut whole = groups.first().map_or([0.0; 4], |group| bounds(group));
    let mut rest = groups.get_mut(1..).unwrap_or_default();
    let mut strips = 0_usize;
    while !rest.is_empty() {
        let [left, top, right, bottom] = whole;
        let column = right - left < aspect * (bottom - top);
        let (centre, room) = if column {
            (f32::midpoint(top, bottom), bottom - top)
        } else {
            (f32::midpoint(left, right), right - left)
        };
        let (count, length) = strip(rest, column, room);
        let (chosen, later) = std::mem::take(&mut rest).split_at_mut(count);
        let mut along = centre - length / 2.0;
        for group in chosen {
            let own = bounds(group);
            let by = match (column, strips % 4 > 1) {
                (true, false) => [right + APART - own[0], along - own[1]],
                (true, true) => [left - APART - own[2], along - own[1]],
                (false, false) => [along - own[0], bottom + APART - own[1]],
                (false, true) => [along - own[0], top - APART - own[3]],
            };
            along += side(own, column) + APART;
            for body in &mut *group {
                body.at = plus(body.at, by, 1.0);
            }
            whole = union(whole, bounds(group));
        }
        rest = later;
        strips += 1;
    }
    let back = middle(whole);
    for body in groups.iter_mut().flatten() {
        body.at = plus(body.at, back, -1.0);
    }
}

/// How many components fill a column or a row, at least one, and how long they make it.
fn strip(groups: &[Vec<Body>], column: bool, room: f32) -> (usize, f32) {
    let (mut count, mut length) = (0_usize, 0.0_f32);
    for group in groups {
        let next = length + side(bounds(group), column) + if count > 0 { APART } else { 0.0 };
        if count > 0 && next > room {
            break;
        }
        (count, length) = (count + 1, next);
    }
    (count, length)
}

fn side([left, top, right, bottom]: Rect, column: bool) -> f32 {
    if column { bottom - top } else { right - left }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn graphs() -> impl Strategy<Value = Graph> {
        let node = (6.0_f32..30.0, 40.0_f32..180.0, 12.0_f32..32.0)
            .prop_map(|(radius, width, height)| Node { radius, label: [width, height] });
        let tie = (0_usize..64, 0_usize..64).prop_map(|(from, to)| Tie { from, to });
        (vec(node, 0..=60), vec(tie, 0..100)).prop_map(|(nodes, ties)| Graph { nodes, ties })
    }

    fn graph(nodes: usize, ties: &[(usize, usize)]) -> Graph {
        let ties = ties.iter().map(|&(from, to)| Tie { from, to }).collect();
        Graph { nodes: vec![Node { radius: 16.0, label: [90.0, 16.0] }; nodes], ties }
    }

    fn star() -> Graph {
        graph(13, &(1..13).map(|leaf| (0, leaf)).collect::<Vec<_>>())
    }

    fn places(graph: &Graph) -> Vec<Point> {
        lay_out(graph, 1.6, &|_| true).unwrap()
    }

    fn extents(graph: &Graph, places: &[Point]) -> Vec<Rect> {
        graph.nodes.iter().zip(places).map(|(node, &at)| extent(node, at)).collect()
    }

    fn assert_apart(rects: &[Rect]) {
        for (place, one) in rects.iter().enumerate() {
            for other in &rects[place + 1..] {
                assert!(!overlap(one, other), "{one:?} and {other:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn nothing_covers_anything(graph in graphs()) {
            let places = places(&graph);
            assert_eq!(places.len(), graph.nodes.len());
            assert!(places.iter().flatten().all(|side| side.is_finite()));
            let mut rects = extents(&graph, &places);
            assert_apart(&rects);
            let size = [60.0, 14.0];
            let labels = tie_labels(&graph, &places, &vec![size; graph.ties.len()]);
            assert_eq!(labels.len(), graph.ties.len());
            rects.extend(labels.into_iter().flatten().map(|at| around(at, [30.0, 7.0])));
            let nodes = graph.nodes.len();
            for (place, one) in rects.iter().enumerate().skip(nodes) {
                assert!(!rects[..place].iter().any(|other| overlap(one, other)), "{one:?}");
            }
        }
    }

    #[test]
    fn the_same_graph_gets_the_same_places() {
        let ring: Vec<_> = (0..30).map(|node| (node, (node * 7 + 3) % 30)).collect();
        let graph = graph(30, &ring);
        assert_eq!(places(&graph), places(&graph));
    }

    #[test]
    fn a_refusal_stops_it() {
        assert!(lay_out(&star(), 1.6, &|_| false).is_none());
        assert!(lay_out(&star(), 1.6, &|share| share < 0.5).is_none());
    }

    #[test]
    fn a_hub_is_amid_its_leaves() {
        let places = places(&star());
        let sum = places.iter().fold([0.0; 2], |sum, &at| plus(sum, at, 1.0));
        let far = |at: &Point| f32::hypot(at[0] - sum[0] / 13.0, at[1] - sum[1] / 13.0);
        let mean = places[1..].iter().map(far).sum::<f32>() / 12.0;
        assert!(far(&places[0]) < mean / 2.0, "{places:?}");
    }

    #[test]
    fn components_stand_side_by_side() {
        let graph = graph(8, &[(0, 1), (1, 2), (2, 3), (4, 5), (5, 6), (6, 4), (4, 6)]);
        let rects = extents(&graph, &places(&graph));
        let whole = |part: &[Rect]| part.iter().copied().reduce(union).unwrap();
        assert_apart(&[whole(&rects[..4]), whole(&rects[4..7]), rects[7]]);
    }

    #[test]
    fn odd_graphs_have_places() {
        assert!(places(&graph(0, &[(0, 1)])).is_empty());
        let labels = tie_labels(&graph(1, &[(0, 0), (0, 9)]), &[[0.0; 2]], &[[9.0; 2]; 2]);
        assert!(labels.iter().all(Option::is_none));
        let mut odd = graph(5, &[(0, 1), (1, 1), (3, 9)]);
        odd.nodes[1] = Node { radius: f32::NAN, label: [f32::INFINITY, f32::NAN] };
        let places = lay_out(&odd, f32::NAN, &|_| true).unwrap();
        assert!(places.iter().flatten().all(|side| side.is_finite()));
        assert_apart(&extents(&odd, &places));
    }
}
