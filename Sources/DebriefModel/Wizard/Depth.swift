/// How much of a debrief is asked: what fades, the essentials, or everything; and the single steps that
/// were gone into deeper.
public struct Depth: Hashable, Sendable {
  /// How much time there is.
  public enum Time: Int, Hashable, Sendable, CaseIterable {
    case short = 5
    case essentials = 15
    case all = 30

    /// As the first question has it.
    public var label: String {
      switch self {
      case .short: "5 minutes: just what you might forget"
      case .essentials: "15 minutes: the essentials"
      case .all: "30 minutes: everything"
      }
    }
  }

  /// How much time there is.
  public var time = Time.essentials
  /// The steps of which all questions are asked, by their ids.
  public var steps: Set<String> = []

  /// As an answer stores it, such as `15 S4`.
  public var value: String { ([String(time.rawValue)] + steps.sorted()).joined(separator: " ") }

  /// Makes one.
  public init(_ time: Time = .essentials, steps: Set<String> = []) {
    (self.time, self.steps) = (time, steps)
  }

  /// Reads an answer; nil when it is none.
  public init?(value: String) {
    let words = value.split(separator: " ").map(String.init)
    guard let time = words.first.flatMap(Int.init).flatMap(Time.init) else { return nil }
    self.init(time, steps: Set(words.dropFirst()))
  }

  /// What holds for a debrief: resting asks for what fades alone, whatever was said before.
  init(_ debrief: Debrief, _ said: Response?, usual: Time) {
    self = said.flatMap { Depth(value: $0.value) } ?? Depth(usual)
    if debrief.resting { time = .short } else if time == .short { time = .essentials }
  }

  /// Whether an item that applies is asked. What was answered stays on the screen.
  func asks(_ entry: Wizard.Entry, isNew: Bool) -> Bool {
    if entry.item.with != nil { return false }
    if entry.isDone { return true }
    switch entry.item.kind {
    case .task(.time): return isNew
    case .task(.close), .task(.tried), .task(.replies): return true
    default: return entry.item.required || time == .all || steps.contains(entry.step.id)
    }
  }
}

extension Wizard {
  /// How far a part of the debrief has come.
  public enum PartState: Hashable, Sendable { case open, begun, done }

  /// The parts that have questions, each with how far it has come.
  public var parts: [(part: Step.Part, state: PartState)] {
    Step.Part.allCases.compactMap { part in
      let asked = entries.filter {
        $0.step.part == part && !$0.isUnknown && $0.item.kind != .task(.time)
      }
      if asked.isEmpty { return nil }
      let wanted = asked.filter(\.item.required)
      if (wanted.isEmpty ? asked : wanted).allSatisfy(\.isDone) { return (part, .done) }
      return (part, asked.contains(where: \.isDone) ? .begun : .open)
    }
  }

  /// The questions of a step that the time does not reach.
  public func deeper(_ step: String) -> [Entry] {
    let asked = Set(entries.map(\.item.id))
    return everything.filter {
      $0.step.id == step && !asked.contains($0.item.id) && $0.item.with == nil
        && $0.item.kind != .task(.time)
    }
  }

  /// Says how much time there is; five minutes rest after what fades (A6).
  public func take(_ depth: Depth, ids: inout IDSource, now: Moment) -> Change {
    var change = Change("time chosen", [])
    let entry = everything.first { $0.item.kind == .task(.time) }
    if let entry {
      change.operations = answer(entry, value: depth.value, id: ids.draw(), now: now).operations
    }
    let resting = depth.time == .short
    guard resting != debrief.resting else { return change }
    // One change of the debrief carries both.
    var next = debrief
    for case .update(_, .debrief(let updated)) in change.operations { next = updated }
    change.operations.removeAll { if case .update(.debrief, _) = $0 { true } else { false } }
    let rest = rest(resting, ids: &ids, now: now)
    next.resting = resting
    count(&next, with: change.response, now: now)
    change.operations.append(.update(from: .debrief(debrief), to: .debrief(next)))
    change.operations += rest.operations.filter {
      if case .update(.debrief, _) = $0 { false } else { true }
    }
    return change
  }
}
