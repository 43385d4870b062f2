import DebriefModel
import Foundation
import GRDB

extension Store {
  /// The applications whose company a text begins or ends with, whatever case and accents; before a
  /// colon, and behind the last comma, the beginning of a company's name is enough. A company that is
  /// called like an everyday word is told from it as ``NameInProse`` says. Asked of the index, so that
  /// it costs the same however many are on file.
  public func mention(in text: String) throws -> Mention {
    try read { db in try db.mention(in: text, everyday: everyday) }
  }
}

extension Store {
  /// The applications whose company a text names elsewhere than at its ends: a note is not filed for
  /// that, but it is said. Where none is named beyond doubt, those whose name may be a word there.
  public func companies(namedIn text: String) throws -> Mention {
    try read { db in
      var found: [Mention.Place] = []
      var doubtful: [Mention.Place] = []
      for guess in Guess.inside(text) {
        for (place, words) in try db.companies(beginning: guess.words)
        where words.count == guess.words.count && !found.contains(place) {
          switch guess.standing(as: place.company, everyday()) {
          case .name: found.append(place)
          case .doubtful: if !doubtful.contains(place) { doubtful.append(place) }
          case .word: break
          }
        }
      }
      return found.isEmpty ? Mention(doubtful, isDoubtful: true) : Mention(found)
    }
  }
}

extension Database {
  func mention(in text: String, everyday: () -> OrdinaryWords) throws -> Mention {
    var best = 0
    var places: [Mention.Place] = []
    var rest: String?
    var isDoubtful = false
    for guess in Guess.all(in: text) {
      for (place, words) in try companies(beginning: guess.words) {
        let isWhole = words.count == guess.words.count
        guard isWhole || guess.isMarked else { continue }
        let standing = guess.standing(as: isWhole ? place.company : nil, everyday())
        if standing == .word { continue }
        // What is beyond doubt comes before all that is not.
        let weight =
          guess.words.count * 4 + (guess.isMarked ? 2 : 0) + (isWhole ? 1 : 0)
          + (standing == .name ? 1000 : 0)
        if weight > best {
          places = []
          rest = guess.rest
          isDoubtful = standing != .name
        }
        best = max(best, weight)
        if weight == best, !places.contains(place) { places.append(place) }
      }
    }
    return Mention(
      places.sorted { ($0.company, $0.role, $0.id) < ($1.company, $1.role, $1.id) }, rest: rest,
      isDoubtful: isDoubtful)
  }
}

/// Words of a text that may be a company, folded.
private struct Guess {
  /// A company's name is looked for in so many words.
  static let most = 5
  /// How much of a text is looked at, from either end.
  static let reach = 200

  var words: [String]
  /// The part of the text that was looked at, and where in it they stand.
  var window: [Character]
  var place: Range<Int>
  /// Whether a colon or a comma sets them off from the rest.
  var isMarked = false
  /// What follows the colon that they stand before.
  var rest: String?

  /// Whether they are the name, as far as the text tells.
  func standing(as name: String?, _ everyday: OrdinaryWords) -> NameInProse.Standing {
    let prose = NameInProse(window, ordinary: everyday)
    let standing = prose.standing(
      of: place, as: name ?? String(window[place]), isSetOff: isMarked)
    // "Will asked about pay" is about somebody called Will; before a colon, the company is addressed.
    if rest == nil, let name, prose.mayBeSomebody(place, as: name) {
      return min(standing, .doubtful)
    }
    // A company may be called like its product: "they used Zoom" is no note about the interview there.
    return isMarked || !isTool ? standing : min(standing, .doubtful)
  }

  /// Whether the word before them makes them a thing one uses.
  private var isTool: Bool {
    let before = window[..<place.lowerBound].split { !NameFolding.isWord($0) }.last
    return before.map { Guess.toolWords.contains(String($0).lowercased()) } ?? false
  }

  private static let toolWords: Set<String> = [
    "use", "uses", "used", "using", "via", "over", "on", "in", "through", "learn", "learned",
    "learning", "know", "knows", "knew", "like", "than", "vs", "versus", "install", "installed",
    "write", "wrote", "code", "coded",
  ]

  /// Whether they may be a name by how they are written: two small letters are a word too often.
  private var isWritten: Bool {
    words.reduce(0) { $0 + $1.count } > 2 || window[place].contains(where: \.isUppercase)
  }

  static func all(in text: String) -> [Guess] {
    let start = Array(text.prefix(reach))
    let end = Array(text.suffix(reach))
    var guesses: [Guess] = []
    func add(_ window: [Character], _ places: ArraySlice<Range<Int>>, rest: String?, marked: Bool) {
      guard let first = places.first, let last = places.last else { return }
      let place = first.lowerBound..<last.upperBound
      guesses.append(
        Guess(
          words: folded(String(window[place])), window: window, place: place, isMarked: marked,
          rest: rest))
    }
    let first = places(start)
    let last = places(end)
    if let colon = start.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      let rest = text.dropFirst(colon + 1).drop(while: \.isWhitespace)
      let before = first.prefix { $0.upperBound <= colon }
      add(start, before, rest: rest.isEmpty ? nil : String(rest), marked: true)
    }
    if let comma = end.lastIndex(where: { $0 == "," || $0 == "、" || $0 == "，" }) {
      add(end, last.drop { $0.lowerBound < comma }, rest: nil, marked: true)
    }
    for count in 1...most where count <= first.count {
      add(start, first.prefix(count), rest: nil, marked: false)
    }
    for count in 1...most where count <= last.count {
      add(end, last.suffix(count), rest: nil, marked: false)
    }
    return guesses.filter {
      !$0.words.isEmpty && $0.words.count <= most && ($0.isMarked || $0.isWritten)
    }
  }

  /// All words of the beginning of a text, alone and with those behind them.
  static func inside(_ text: String) -> [Guess] {
    let window = Array(text.prefix(2 * reach))
    let all = places(window)
    return all.indices.flatMap { at in
      (1...3).filter { at + $0 <= all.count }.map { count in
        let place = all[at].lowerBound..<all[at + count - 1].upperBound
        return Guess(words: folded(String(window[place])), window: window, place: place)
      }
    }.filter { $0.isWritten && $0.words.count <= most }
  }

  /// Where the words of a text stand.
  private static func places(_ text: [Character]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var at = 0
    while at < text.count {
      let start = at
      while at < text.count, NameFolding.isWord(text[at]) { at += 1 }
      if at > start { places.append(start..<at) } else { at += 1 }
    }
    return places
  }

  /// The words of a text, in one case and without marks and strokes, as the index has them.
  static func folded(_ text: String) -> [String] {
    let options: String.CompareOptions = [
      .caseInsensitive, .diacriticInsensitive, .widthInsensitive,
    ]
    return Words.all(text).map {
      PlainLetters.plain($0.folding(options: options, locale: nil).lowercased())
    }
  }
}

extension Database {
  /// The applications at companies whose name begins with some words, with the words of the name.
  fileprivate func companies(
    beginning words: [String]
  ) throws -> [(place: Mention.Place, words: [String])] {
    var found: [(place: Mention.Place, words: [String])] = []
    try each(
      """
      SELECT s.application, s.company, s.role FROM desk JOIN shelf s ON s.number = desk.rowid
      WHERE desk MATCH ? ORDER BY desk.rowid DESC LIMIT 100
      """, [.text("title : ^ \"" + words.joined(separator: " ") + "\"")]
    ) { row in
      let place = Mention.Place(id: try row.id(), company: try row.text(), role: try row.text())
      var name = Guess.folded(place.company)
      while name.count > words.count, let last = name.last, NameInProse.forms.contains(last) {
        name.removeLast()
      }
      if name.starts(with: words) { found.append((place, name)) }
    }
    return found
  }
}
