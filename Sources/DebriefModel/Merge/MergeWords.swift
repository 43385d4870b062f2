/// What is said of a merge, in whole sentences.
public enum MergeWords {
  /// So many things are named; how many more there are is said.
  private static let most = 4
  /// So much of a value that did not stay is told, in letters: a link whole.
  private static let longest = 300

  /// What both sides changed, and what became of it.
  ///
  /// - Parameter stock: What came of the merge: it knows what things are called.
  public static func sentences(_ clashes: [ThreeWay.Clash], in stock: Stock) -> [String] {
    func named(_ outcome: ThreeWay.Clash.Outcome) -> String? {
      var names: [String] = []
      for it in clashes where it.outcome == outcome {
        let name = words(it, stock)
        if !names.contains(name) { names.append(name) }
      }
      if names.isEmpty { return nil }
      let more = names.count > most ? ", and \(names.count - most) more" : ""
      return names.prefix(most).joined(separator: ", ") + more
    }
    var sentences: [String] = []
    if let it = named(.both) {
      sentences.append("Two computers changed the same words. Both versions were kept: \(it).")
    }
    if let it = named(.ours) {
      sentences.append("Two computers set different values. This computer's were kept: \(it).")
    }
    if let it = named(.later) {
      sentences.append(
        "Two computers answered the same question. The later answer was kept: \(it).")
    }
    if let it = named(.cameBack) {
      sentences.append("One computer deleted what another changed, so it's back: \(it).")
    }
    if let it = named(.stays) {
      sentences.append(
        "One computer deleted this, but it may have been changed since, so it stays: \(it).")
    }
    return sentences
  }

  /// `what happened (Acme)`, or `Acme` for a whole application.
  private static func words(_ clash: ThreeWay.Clash, _ stock: Stock) -> String {
    let title = stock.title(of: clash.name)
    guard let kind = clash.name.known else { return title ?? "something newer" }
    if clash.field.isEmpty {
      guard kind != .application, kind != .person else { return title ?? kind.label }
      return kind.label + (title.map { " (\($0))" } ?? "")
    }
    let other = clash.other.trimmed
    let told = other.count > longest ? other.prefix(longest) + "…" : other[...]
    return FieldWords.name(kind, clash.field) + (title.map { " (\($0))" } ?? "")
      + (other.isEmpty ? "" : ", not “\(told)”")
  }

  private static func changes(_ count: Int) -> String {
    count == 1 ? "1 change" : "\(count) changes"
  }

  /// What an export to a folder did.
  public static func written(_ count: Int) -> String {
    count == 0
      ? "Nothing to write: the folder is up to date." : "\(changes(count)) went to the folder."
  }

  /// What an import from a folder did, or would do.
  public static func taken(_ count: Int, dryRun: Bool) -> String {
    if count == 0 { return "Nothing new: your notes already have all of it." }
    return "\(changes(count)) \(dryRun ? "would come" : "came") in."
  }

  /// `3 changes came in, 2 went out.`
  public static func counts(arrived: Int, sent: Int) -> String {
    switch (arrived, sent) {
    case (0, 0): return "Nothing to sync: everything is up to date."
    case (0, let sent): return "\(changes(sent)) went out, none came in."
    case (let arrived, 0): return "\(changes(arrived)) came in, none went out."
    case (let arrived, let sent): return "\(changes(arrived)) came in, \(sent) went out."
    }
  }
}
