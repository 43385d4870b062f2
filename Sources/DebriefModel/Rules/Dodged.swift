/// "Would I still take it?" and what made one uneasy there (A51): some refusals spare one something.
extension Verdict {
  /// The question whether one would still take it.
  static let wantItem = "want.still"
  /// The question what made one uneasy there.
  static let flagsItem = "flags.seen"
  /// The reasons of a circumstance that speak of the place and its people.
  static let placeReasons: Set<String> = ["R-TEAM", "R-FIT"]

  /// How many things made one uneasy: different answers to the question, and circumstances of the
  /// place that were written down for themselves.
  public static func redFlags(_ dossier: Dossier) -> Int {
    let asked = dossier.responses.filter { !$0.isSkipped && !$0.value.isEmpty }
    let answers = Set(asked.filter { $0.item == flagsItem }.flatMap { Item.ticks($0.value) })
    // A circumstance made of one of these two answers is that answer again.
    let told = Set(asked.filter { $0.item == flagsItem || $0.item == wantItem }.map(\.id))
    let circumstances = dossier.findings.filter {
      $0.kind == .outside && placeReasons.contains($0.reason)
        && !($0.evidence.map { $0.kind == .response && told.contains($0.id) } ?? false)
    }
    return answers.count + circumstances.count
  }

  /// Whether it was perhaps dodged: something made one uneasy there, and one would not take it any more. A
  /// pure rule over what was answered; the latest answer to the question stands.
  public static func dodged(_ dossier: Dossier) -> Bool {
    let answer = dossier.responses.filter { $0.item == wantItem && !$0.isSkipped }
      .max { ($0.answered, $0.id) < ($1.answered, $1.id) }
    return answer?.value == "no" && redFlags(dossier) >= 1
  }

  /// The sentence, with "perhaps dodged" before it where that holds.
  public var headlineText: String { dodged ? "maybe for the best; " + sentence : sentence }
}
