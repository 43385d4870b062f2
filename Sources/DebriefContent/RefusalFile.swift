import DebriefModel

/// Reads `refusals.yaml`.
enum RefusalFile {
  static let name = "refusals.yaml"
  /// Which words speak for which reason. Always the shipped file: it's counted, and not written by hand.
  static let guesses = "refusal-words.txt"

  /// The languages of a file. Those of `base` stay; one of the same code takes its place, or adds to it
  /// when it says `extends: true`.
  ///
  /// - Parameter isShipped: Whether its phrases are sound, because the tests look at each of them: that
  ///   takes as long as all the rest, and somebody waits for it.
  static func read(
    _ text: String, file: String, base: RefusalWords, isShipped: Bool = false
  ) -> (words: RefusalWords, faults: [Fault]) {
    let reader = Reader(file: file)
    guard let root = reader.root(of: text),
      let fields = reader.fields(root, "a file of rejections", ["languages"])
    else { return (base, reader.faults) }
    if !fields.has("languages") { reader.fault(fields.line, "the file needs `languages`") }
    var words = base
    for node in reader.list(fields.node("languages"), "languages") {
      guard let language = RefusalFileLanguage(node, base, reader, isShipped)?.language
      else { continue }
      if let place = words.languages.firstIndex(where: { $0.code == language.code }) {
        words.languages[place] = language
      } else {
        words.languages.append(language)
      }
    }
    return (words, reader.faults)
  }
}

/// One language of the file, as it is read.
private struct RefusalFileLanguage {
  private(set) var language: RefusalWords.Language
  private let reader: Reader
  private let isShipped: Bool
  private var sound = Set<String>()

  init?(_ node: Yaml, _ base: RefusalWords, _ reader: Reader, _ isShipped: Bool) {
    let keys = [
      "language", "extends", "signs", "numbers", "spans", "ends", "classes", "aside", "spared",
      "refusal", "regret", "because", "farewell", "silence", "no-feedback", "courtesy", "welcome",
      "kinds", "reasons", "promises",
    ]
    guard let fields = reader.fields(node, "a language", keys) else { return nil }
    self.reader = reader
    self.isShipped = isShipped
    let code = fields.need("language")
    let old = base.languages.first { $0.code == code }
    language = fields.flag("extends") ? old ?? .init(code: code) : .init(code: code)
    language.signs += fields.texts("signs")
    language.ends += fields.texts("ends")
    words(fields)
    phrases(fields)
  }

  private mutating func words(_ fields: Fields) {
    for entry in entries(fields, "numbers") {
      guard case .text(let text, _) = entry.value, let number = Int(text), number > 0 else {
        reader.fault(entry.line, "`\(entry.key)` must be a number")
        continue
      }
      language.numbers[entry.key] = number
    }
    for entry in entries(fields, "spans") {
      guard case .text(let text, _) = entry.value, let span = RefusalWords.Span(rawValue: text)
      else {
        reader.fault(entry.line, "`\(entry.key)` must be one of: day, week, month, year")
        continue
      }
      language.spans[entry.key] = span
    }
    for entry in entries(fields, "classes") {
      language.classes[entry.key] =
        (language.classes[entry.key] ?? []) + reader.texts(entry.value).map(\.text)
    }
  }

  private mutating func phrases(_ fields: Fields) {
    add(.aside, fields.node("aside"))
    add(.spared, fields.node("spared"))
    add(.refusal, fields.node("refusal"))
    add(.regret, fields.node("regret"))
    add(.because, fields.node("because"))
    add(.farewell, fields.node("farewell"))
    add(.silence, fields.node("silence"))
    add(.noFeedback, fields.node("no-feedback"))
    add(.courtesy, fields.node("courtesy"))
    add(.welcome, fields.node("welcome"))
    for entry in entries(fields, "kinds") {
      guard let kind = RefusalReading.Kind(rawValue: entry.key) else {
        let known = RefusalReading.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        reader.fault(entry.line, "`\(entry.key)` isn't a kind of answer: they are \(known)")
        continue
      }
      add(.kind(kind), entry.value)
    }
    for node in reader.list(fields.node("reasons"), "reasons") {
      guard let reason = reader.fields(node, "a reason", ["code", "says", "phrases"]) else {
        continue
      }
      let code = reason.need("code")
      if !code.isEmpty, !code.hasPrefix("R-") || code == "R-BIAS" {
        reason.fault("code", "`\(code)` isn't a reason a message can give")
      }
      language.says[code] = reason.need("says")
      add(.reason(code), reason.node("phrases"))
    }
    for entry in entries(fields, "promises") {
      guard let what = RefusalReading.Promise.What(rawValue: entry.key) else {
        let known = RefusalReading.Promise.What.allCases.map(\.rawValue).joined(separator: ", ")
        reader.fault(entry.line, "`\(entry.key)` isn't a promise: they are \(known)")
        continue
      }
      add(.promise(what), entry.value)
    }
  }

  private mutating func add(_ group: RefusalWords.Group, _ node: Yaml?) {
    guard let node else { return }
    let own = reader.texts(node)
    for (text, line) in own where !isShipped {
      if let fault = language.fault(inPhrase: text, sound: &sound) {
        reader.fault(line, "`\(text)`: \(fault)")
      }
    }
    language.phrases.append(.init(group, own.map(\.text)))
  }

  private func entries(_ fields: Fields, _ key: String) -> [Yaml.Entry] {
    guard let node = fields.node(key) else { return [] }
    guard case .map(let entries, _) = node else {
      reader.fault(node.line, "`\(key)` must have keys")
      return []
    }
    return entries
  }
}

extension Library {
  /// How rejections are worded, and what is wrong with the file. A file of the user's with a fault is left
  /// aside.
  public func refusals() -> (words: RefusalWords, faults: [Fault]) {
    let name = RefusalFile.name
    var base = RefusalWords()
    base.guesses = ShippedWords.refusals
    return layered(name, base) {
      RefusalFile.read($0, file: $1, base: $2, isShipped: $1 == name)
    }
  }

}

/// The tables of words that are shipped, each read once, when it is first asked for; one that isn't there is
/// empty and guesses nothing.
enum ShippedWords {
  static let refusals = table(RefusalFile.guesses)
  static let mails = table(ImportFile.guesses)
  static let tone = table("letters/tone-words.txt")

  private static func table(_ name: String) -> WordModel {
    Files.text(ofShipped: name).flatMap { WordModel($0) } ?? WordModel()
  }
}
