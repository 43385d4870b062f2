import DebriefModel
import Foundation
import GRDB

extension Store {
  /// The applications whose company a text begins or ends with, whatever case and accents; before a
  /// colon, and behind the last comma, the beginning of a company's name is enough. Asked of the index,
  /// so that it costs the same however many are on file.
  public func mention(in text: String) throws -> Mention {
    try read { db in try db.mention(in: text) }
  }
}

extension Database {
  func mention(in text: String) throws -> Mention {
    var best = 0
    var places: [Mention.Place] = []
    var rest: String?
    for guess in Guess.all(in: text) {
      for (place, words) in try companies(beginning: guess.words) {
        let isWhole = words.count == guess.words.count
        guard isWhole || guess.isMarked else { continue }
        let weight = guess.words.count * 4 + (guess.isMarked ? 2 : 0) + (isWhole ? 1 : 0)
        if weight > best {
          places = []
          rest = guess.rest
        }
        best = max(best, weight)
        if weight == best, !places.contains(place) { places.append(place) }
      }
    }
    return Mention(
      places.sorted { ($0.company, $0.role, $0.id) < ($1.company, $1.role, $1.id) }, rest: rest)
  }
}

/// Words of a text that may be a company, folded.
private struct Guess {
  /// A company's name is looked for in so many words.
  static let most = 5

  var words: [String]
  /// Whether a colon or a comma sets them off from the rest.
  var isMarked = false
  /// What follows the colon that they stand before.
  var rest: String?

  static func all(in text: String) -> [Guess] {
    let start = String(text.prefix(200))
    let end = String(text.suffix(200))
    var guesses: [Guess] = []
    if let colon = text.prefix(200).firstIndex(where: { $0 == ":" || $0 == "：" }) {
      let rest = text[text.index(after: colon)...].drop(while: \.isWhitespace)
      guesses.append(
        Guess(
          words: folded(String(text[..<colon])), isMarked: true,
          rest: rest.isEmpty ? nil : String(rest)))
    }
    if let comma = end.lastIndex(where: { $0 == "," || $0 == "、" || $0 == "，" }) {
      guesses.append(Guess(words: folded(String(end[end.index(after: comma)...])), isMarked: true))
    }
    let first = folded(start)
    let last = folded(end)
    for count in 1...most where count <= first.count {
      guesses.append(Guess(words: Array(first.prefix(count))))
    }
    for count in 1...most where count <= last.count {
      guesses.append(Guess(words: Array(last.suffix(count))))
    }
    // A name of two letters is a word too often.
    return guesses.filter {
      !$0.words.isEmpty && $0.words.count <= most
        && ($0.isMarked || $0.words.reduce(0) { $0 + $1.count } > 2)
    }
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

  /// What a company's name may end with and nobody says.
  static let forms: Set<String> = [
    "ag", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "kg", "limited", "llc",
    "ltd",
    "oy", "plc", "sa", "sarl", "se", "spa", "srl",
  ]
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
      while name.count > words.count, let last = name.last, Guess.forms.contains(last) {
        name.removeLast()
      }
      if name.starts(with: words) { found.append((place, name)) }
    }
    return found
  }
}
