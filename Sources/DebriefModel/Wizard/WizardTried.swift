/// The changes to try that other applications left open: a debrief asks about one after another (A9).
extension Wizard {
  /// What was said of a change.
  struct Tried: Hashable, Sendable {
    /// `done`, `forgot`, or `none`.
    var word: String
    /// The change; nil in an answer from when only one was asked about.
    var change: ID?
  }

  /// Takes an answer apart: `done/ID forgot/ID`.
  static func tried(in value: String) -> [Tried] {
    value.split(separator: " ").compactMap { said in
      let parts = said.split(separator: "/", maxSplits: 1).map(String.init)
      guard let word = parts.first else { return nil }
      return Tried(word: word, change: parts.count > 1 ? ID(parts[1]) : nil)
    }
  }

  /// The changes that are still to be asked about, as many with those that were as one debrief leaves open at most.
  static func untried(_ carried: [Carried], _ response: Response?) -> [Carried] {
    guard let response else { return Array(carried.prefix(Improvement.most)) }
    let said = tried(in: response.value)
    // One that was skipped is not asked again about another, and neither is one from when there was only one.
    if response.isSkipped || said.contains(where: { $0.change == nil }) { return [] }
    let asked = Set(said.compactMap(\.change))
    let open = carried.filter {
      $0.improvement.state == .open && !asked.contains($0.improvement.id)
    }
    return Array(open.prefix(max(0, Improvement.most - asked.count)))
  }

  /// The answer to the question about them, if there is one.
  private var triedResponse: Response? {
    everything.first { $0.item.kind == .task(.tried) }?.response
  }

  /// The change that is asked about: the next one, or the last that was.
  public var trying: Carried? {
    let response = triedResponse
    if let next = Wizard.untried(carried, response).first { return next }
    let last = Wizard.tried(in: response?.value ?? "").last?.change
    return carried.first { $0.improvement.id == last } ?? carried.first
  }

  /// Which of how many is asked about, from 1; nil where there is only one, or nothing left to ask.
  public var tryingPlace: (number: Int, of: Int)? {
    let response = triedResponse
    let left = Wizard.untried(carried, response).count
    let asked = Wizard.tried(in: response?.value ?? "").count
    return left > 0 && asked + left > 1 ? (asked + 1, asked + left) : nil
  }

  /// The answer with what is said of the change that is asked about.
  public func triedValue(_ word: String, _ entry: Entry) -> String {
    guard let id = trying?.improvement.id else { return word }
    var all = Wizard.tried(in: entry.response?.value ?? "").filter { $0.change != nil }
    if let at = all.firstIndex(where: { $0.change == id }) {
      all[at].word = word
    } else {
      all.append(Tried(word: word, change: id))
    }
    return all.map { $0.word + ($0.change.map { "/\($0)" } ?? "") }.joined(separator: " ")
  }
}
