import CEnchant
import DebriefModel

/// Asks a dictionary of the system about words. The library and the dictionary are opened when the
/// first word is asked about, and every answer is kept: a letter is checked with every key, and its
/// words hardly change. To be used from one thread, as everything here.
public final class Speller {
  /// The language asked for, such as `en_US`.
  public let language: String

  /// What stands behind an answer.
  public struct Dictionary: Hashable, Sendable {
    /// Its name, such as `en_US`.
    public var tag: String
    /// What provides it, such as `hunspell`.
    public var provider: String
  }

  private enum State {
    case untried
    case missing(String)
    case open(OpaquePointer, Dictionary)
  }
  private var state = State.untried
  /// The answers so far: nil for a word that is known.
  private var answers: [String: [String]?] = [:]
  /// The regions that know a word the dictionary does not; nil where none does.
  private var regions: [String: String?] = [:]
  /// Dictionaries of other regions of the language, opened with the first unknown word.
  private lazy var others: [(tag: String, dictionary: OpaquePointer)] = Speller.otherRegions(
    language)

  /// A word longer than this is none; some dictionaries take very long over one.
  static let longest = 60
  /// So many suggestions are kept.
  static let most = 4
  /// So many answers are kept.
  static let kept = 20_000

  /// Takes a language by the name of its dictionary. Nothing is opened yet.
  public init(language: String) {
    self.language = language
  }

  /// The dictionary that would be used; nil when there is none. Opens it.
  public var dictionary: Dictionary? {
    guard case .open(_, let dictionary) = opened() else { return nil }
    return dictionary
  }

  /// What the dictionary says about some words.
  public func report(words: Set<String>) -> SpellingReport {
    var report = SpellingReport(language: language)
    switch opened() {
    case .untried: break
    case .missing(let problem): report.problem = problem
    case .open(let dictionary, let facts):
      if facts.tag != language {
        report.problem =
          "There's no spelling dictionary for \(Speller.shown(language)), so \(facts.tag) is used."
      }
      if answers.count > Speller.kept { (answers, regions) = ([:], [:]) }
      for word in words {
        guard let offers = answer(word, dictionary) else { continue }
        report.unknown[word] = offers
        report.elsewhere[word] = region(word, dictionary)
      }
    }
    return report
  }

  private func answer(_ word: String, _ dictionary: OpaquePointer) -> [String]? {
    if let known = answers[word] { return known }
    var offers: [String]?
    // What is no word is left alone.
    let count = word.utf8.count
    if count > 0, count <= Speller.longest, !word.utf8.contains(where: { $0 < 0x20 }),
      cen_knows(dictionary, word, count) == 0
    {
      var found: [String] = []
      withUnsafeMutablePointer(to: &found) { list in
        cen_suggest(
          dictionary, word, count, Speller.most,
          { suggestion, context in
            guard let suggestion, let context else { return }
            context.assumingMemoryBound(to: [String].self).pointee.append(
              String(cString: suggestion))
          }, list)
      }
      offers = found
    }
    answers[word] = .some(offers)
    return offers
  }

  // MARK: - Other regions

  /// The region that knows a word: by its own dictionary, or, where none is installed, because the word
  /// is only the other way of writing one that is known here.
  private func region(_ word: String, _ dictionary: OpaquePointer) -> String? {
    if let known = regions[word] { return known }
    func isWord(_ word: String, _ dictionary: OpaquePointer) -> Bool {
      cen_knows(dictionary, word, word.utf8.count) == 1
    }
    var found = others.first { isWord(word, $0.dictionary) }?.tag
    if found == nil, let other = RegionalForms.other(language) {
      let forms = RegionalForms.forms(word, in: language)
      if forms.contains(where: { isWord($0, dictionary) }) { found = other }
    }
    regions[word] = .some(found)
    return found
  }

  private static func otherRegions(_ language: String) -> [(tag: String, dictionary: OpaquePointer)]
  {
    guard cen_available() == 1 else { return [] }
    return candidates(language).dropFirst().compactMap { tag in
      guard tag.contains("_"), cen_exists(tag) == 1, let dictionary = cen_open(tag) else {
        return nil
      }
      return (tag, dictionary)
    }
  }

  // MARK: - Opening

  private func opened() -> State {
    if case .untried = state { state = open() }
    return state
  }

  private func open() -> State {
    guard Speller.isTag(language) else {
      return .missing(
        "\(Speller.shown(language)) isn't a language. Type it like this: en_US."
      )
    }
    guard cen_available() == 1 else {
      return .missing(
        "Spelling isn't checked: libenchant is missing; on Debian: apt install libenchant-2-2.")
    }
    for tag in Speller.candidates(language) where cen_exists(tag) == 1 {
      guard let dictionary = cen_open(tag) else { continue }
      return .open(
        dictionary, Dictionary(tag: tag, provider: Speller.provider(of: dictionary)))
    }
    return .missing(
      "There's no spelling dictionary for \(language); on Debian: apt install \(Speller.package(language))."
    )
  }

  private static func provider(of dictionary: OpaquePointer) -> String {
    var name = [CChar](repeating: 0, count: 64)
    cen_provider(dictionary, &name, name.count)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The dictionaries to try: the one named, other regions of the language that are usual, and the
  /// language alone.
  static func candidates(_ language: String) -> [String] {
    let base = String(language.prefix { $0 != "_" })
    let regions = [
      "en": ["en_US", "en_GB"], "de": ["de_DE", "de_AT", "de_CH"], "fr": ["fr_FR"],
      "es": ["es_ES", "es_MX"], "pt": ["pt_PT", "pt_BR"], "it": ["it_IT"], "nl": ["nl_NL"],
      "pl": ["pl_PL"], "sv": ["sv_SE"], "da": ["da_DK"], "nb": ["nb_NO"], "ru": ["ru_RU"],
      "uk": ["uk_UA"], "cs": ["cs_CZ"],
    ]
    var list = [language]
    for tag in (regions[base] ?? []) + [base] where !list.contains(tag) { list.append(tag) }
    return list
  }

  /// The Debian package that would hold the dictionary.
  static func package(_ language: String) -> String {
    let name = language.lowercased().split(separator: "_").joined(separator: "-")
    let base = String(name.prefix { $0 != "-" })
    // Packages that are named by the language alone, or by language and region.
    let whole = ["en", "de", "pt"]
    return "hunspell-"
      + (whole.contains(base)
        ? (name == base ? base + (base == "en" ? "-us" : "-de") : name) : base)
  }

  /// Whether a text can be the name of a dictionary.
  static func isTag(_ text: String) -> Bool {
    let count = text.utf8.count
    return count >= 2 && count <= 20
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (65...90).contains($0) || $0 == UInt8(ascii: "_")
          || (48...57).contains($0)
      }
  }

  /// A language as a sentence names it, whatever was entered.
  private static func shown(_ language: String) -> String {
    language.isEmpty ? "An empty name" : "\"\(language.prefix(20))\""
  }
}
