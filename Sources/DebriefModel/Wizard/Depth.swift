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

  /// The seconds a question takes before the person's own pace is known.
  static let usualPace = 60
  /// From how many answers on their own pace counts.
  static let ownPace = 5

  /// About how many minutes are left: from the person's own pace after five answers. A slow answer puts no time
  /// back on; only what an answer opened does. So it is the least that was ever thought of the questions that
  /// are open now.
  public var minutesLeft: Int {
    let open = entries.count { !$0.isDone && $0.item.required }
    let required = Set(entries.lazy.filter(\.item.required).map(\.item.id))
    let asked = dossier.responses.filter { $0.debrief == debrief.id }.map {
      required.contains($0.item)
    }
    // The questions that were open at a moment: those of now, and those that were answered since.
    var left = open + asked.count { $0 }
    var least = left * Wizard.usualPace
    var spent = 0
    for (n, (gap, isRequired)) in zip(gaps, asked).enumerated() {
      spent += gap
      if isRequired { left -= 1 }
      let pace = n + 1 >= Wizard.ownPace ? max(10, spent / (n + 1)) : Wizard.usualPace
      least = min(least, left * pace)
    }
    return (least + 59) / 60
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
    change.operations.append(.update(from: .debrief(debrief), to: .debrief(next)))
    change.operations += rest.operations.filter {
      if case .update(.debrief, _) = $0 { false } else { true }
    }
    return change
  }
}
