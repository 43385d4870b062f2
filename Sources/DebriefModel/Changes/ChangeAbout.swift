/// What a change is about, for a sentence that names it: many changes have one title, such as "answer saved",
/// and whoever takes one back wants to know which. Titles are stored, so this is read from what was done.
extension Change {
  /// What a change is about.
  public enum About: Equatable, Sendable {
    /// Words of the user's own.
    case words(String)
    /// An answer that was given with a key, which only its question explains.
    case answer(item: String)

    /// It as part of a sentence, in quotes; nil where the question isn't known.
    ///
    /// - Parameter ask: The words of a question, by the name of its item.
    public func told(_ ask: (String) -> String?) -> String? {
      switch self {
      case .words(let it): "“\(it)”"
      case .answer(let item): ask(item).map { "“\($0)”" }
      }
    }
  }

  /// How much of a text stands in a sentence.
  fileprivate static let most = 60
  /// With more than this, no single thing says what it was about.
  private static let few = 12

  /// Whether it brought in what comes from elsewhere: that is known by how it came, and by no single thing in it.
  private var isTakenIn: Bool {
    ["import", "sync"].contains(title) || title.hasSuffix(" imported")
  }

  /// What it is about; nil where its title says all, or it is about too many things.
  public var about: About? {
    guard operations.count <= Change.few, !isTakenIn else { return nil }
    let entities = operations.map(\.entity)
    // What is done to a whole application is named by its company, which the title has.
    guard !entities.contains(where: { $0.kind == .application }) else { return nil }
    if let words = entities.lazy.compactMap(\.aboutWords).first { return .words(words) }
    // An answer that goes along with something else, such as a letter that was sent, is not what was done.
    guard entities.allSatisfy({ $0.kind == .response || $0.kind == .debrief }) else { return nil }
    for case .response(let it) in entities {
      // Yes, a number, or the name of a choice says nothing without its question.
      let words =
        it.value.contains(" ") ? Entity.firstLine(it.value).map(Entity.short) : nil
      return words.map { .words($0) } ?? .answer(item: it.item)
    }
    return nil
  }
}

extension Entity {
  /// The first line of the words by which a person knows it; nil for what has none of its own.
  public var knownBy: String? {
    let words: String? =
      switch self {
      case .application(let it): it.company
      case .turn(let it): it.question
      case .finding(let it): it.statement
      case .feedback(let it): it.verbatim
      case .improvement(let it): it.what
      case .letter(let it): it.title
      case .note(let it): it.text
      case .preparation(let it): it.text
      case .person(let it): it.name
      case .resume(let it): it.name
      case .interview, .event, .debrief, .response, .forecast, .mark, .profile, .review: nil
      }
    return words.flatMap(Entity.firstLine)
  }

  /// The same as far as there is room for it, of notes alone; nil for what is known by the title of its change.
  fileprivate var aboutWords: String? {
    switch kind {
    case .turn, .finding, .feedback, .improvement, .note, .preparation: knownBy.map(Entity.short)
    default: nil
    }
  }

  fileprivate static func firstLine(_ text: String) -> String? {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init)?.trimmed ?? ""
    return line.isEmpty ? nil : line
  }

  fileprivate static func short(_ line: String) -> String {
    line.count <= Change.most ? line : String(line.prefix(Change.most - 1)).trimmed + "…"
  }
}
