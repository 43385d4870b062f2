import DebriefModel

/// The text of a mail, taken apart: what its writer wrote, what they quoted, and a mail they passed on.
struct MailText {
  /// What is new in it, without the signature.
  var own = ""
  /// What stands below the sign that begins a signature.
  var signature = ""
  /// A mail that was passed on inside of the text: who wrote it, when, what it says.
  var forwarded: Mail?
  /// The mail that it answers, or passes on as some programs do, where its fields stand above it.
  var original: Mail?

  /// Takes a text apart; dates are read in a zone.
  init(_ text: String, now: Moment) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    var kept: [String] = []
    var at = 0
    while at < lines.count {
      let line = lines[at].trimmed
      if let start = QuotedMail.forward(lines, at) {
        forwarded = MailText.inner(lines[start...], now: now)
        break
      }
      let isOriginal = QuotedMail.isOriginal(line)
      if isOriginal || QuotedMail.isOutlook(lines, at) {
        original = MailText.inner(lines[(isOriginal ? at + 1 : at)...], now: now)
        break
      }
      if let (length, isQuoted) = QuotedMail.attribution(lines, at) {
        // Without marks all that follows is the older mail; else answers may stand between what they answer.
        if !isQuoted { break }
        at += length
        continue
      }
      if line.hasPrefix(">") {
        at += 1
        continue
      }
      if lines[at] == "-- " || line == "--" {
        signature = lines[(at + 1)...].prefix(20).joined(separator: "\n").trimmed
        // What somebody passed on below their signature is still passed on.
        if let later = lines.indices[(at + 1)...].first(where: {
          QuotedMail.forward(lines, $0) != nil
        }),
          let start = QuotedMail.forward(lines, later)
        {
          forwarded = MailText.inner(lines[start...], now: now)
        }
        break
      }
      kept.append(lines[at])
      at += 1
    }
    // A line that was only drawn above the older mail.
    while let last = kept.last, last.allSatisfy({ "-_=* ".contains($0) || $0.isWhitespace }) {
      kept.removeLast()
    }
    own = kept.joined(separator: "\n").trimmed
    while own.contains("\n\n\n") { own = own.replacing("\n\n\n", with: "\n\n") }
  }

  // MARK: - What is quoted or passed on

  /// The mail whose fields begin here.
  private static func inner(_ lines: ArraySlice<String>, now: Moment) -> Mail? {
    var mail = Mail()
    var rest = lines.drop { $0.allSatisfy { $0 == ">" || $0.isWhitespace } }
    while let first = rest.first, let (name, value) = QuotedMail.field(first) {
      switch name {
      case "from": mail.from = sender(value)
      case "date": mail.date = moment(value, now: now)
      case "subject": mail.subject = Harmless.line(value)
      default: mail.to = Harmless.line(value)
      }
      rest = rest.dropFirst()
    }
    guard !mail.from.name.isEmpty || !mail.from.address.isEmpty else { return nil }
    mail.text = rest.map { $0.hasPrefix("> ") ? String($0.dropFirst(2)) : $0 == ">" ? "" : $0 }
      .joined(separator: "\n")
    return mail
  }

  /// A mail whose fields stand above its text as a mail program shows them, such as one that was copied from its
  /// window; nil for the source of one.
  static func shown(_ bytes: [UInt8], now: Moment) -> Mail? {
    func lines(_ bytes: some Collection<UInt8>) -> [String] {
      let text = Harmless.text(String(decoding: bytes, as: UTF8.self))
      return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .drop { $0.allSatisfy(\.isWhitespace) }.map(String.init)
    }
    let head = lines(bytes.prefix(4096))
    guard !head.isEmpty, QuotedMail.isOutlook(head, 0) else { return nil }
    let source = ["date:", "message-id:", "received:", "mime-version:", "content-type:"]
    let isSource = head.prefix { !$0.isEmpty }.contains { line in
      source.contains(where: line.lowercased().hasPrefix)
    }
    return isSource ? nil : inner(lines(bytes.prefix(Mail.longestText))[...], now: now)
  }

  /// `Ada Quill <ada@acme.example>`.
  static func sender(_ text: String) -> Mail.Sender {
    let text = Harmless.line(text).replacing("mailto:", with: "")
    let words = text.split { " <>[]()\",;".contains($0) }.map(String.init)
    guard let address = words.first(where: { $0.contains("@") }) else {
      return Mail.Sender(name: text.trimming { "\"' ".contains($0) })
    }
    let name = text.replacing(address, with: "").trimming { " <>[]()\"',;".contains($0) }
    let first = name.split(separator: "<").first.map(String.init) ?? ""
    return Mail.Sender(
      name: first.trimming { " <>[]()\"',;".contains($0) }, address: address.lowercased())
  }

  /// When, as mail programs write it in a mail they quote.
  static func moment(_ text: String, now: Moment) -> Moment? {
    var words = Harmless.line(text).replacing(" at ", with: " ").replacing(" um ", with: " ")
      .replacing(" à ", with: " ")
    if let bracket = words.firstIndex(of: "(") { words = words[..<bracket].trimmed }
    let reader = DateWords(now: now, direction: .past, isProse: true)
    for _ in 0..<5 {
      if let talk = reader.talk(words) ?? reader.talk(ForeignDate.english(words)) {
        return talk.start.day <= now.day ? talk.start : nil
      }
      // A weekday before it, or a zone behind it.
      if let comma = words.firstIndex(of: ","),
        words[..<comma].allSatisfy({ $0.isLetter || $0 == "." })
      {
        words = words[words.index(after: comma)...].trimmed
      } else if let cut = words.lastIndex(of: " ") {
        words = String(words[..<cut])
      } else {
        return nil
      }
    }
    return nil
  }
}
