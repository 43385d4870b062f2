import DebriefModel

/// What a file is that somebody wants to bring in.
public enum ImportFormat: String, Hashable, Sendable, CaseIterable {
  case json, csv, mail, calendar, resume, posting, transcript

  /// So many bytes at the beginning are looked at.
  public static let reach = 1 << 16

  /// What a file is, by its first bytes; nil where they tell nothing. Running text can be a posting or a
  /// transcript, and that is for the person to say.
  ///
  /// - Parameter head: The first bytes, at most ``reach`` of them.
  public static func found(in head: [UInt8], words: () -> ImportWords) -> ImportFormat? {
    let text = readable(head)
    guard let first = text.first(where: { !$0.isWhitespace }) else { return nil }
    let lines = text.prefix(1 << 14).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let start = lines.first { !$0.allSatisfy(\.isWhitespace) }.map { $0.trimmed } ?? ""
    if start.uppercased().hasPrefix("BEGIN:VCALENDAR") { return .calendar }
    if first == "[", SpokenLines.found(in: lines.map(String.init)) { return .transcript }
    if first == "{" || first == "[" { return isResume(text) ? .resume : .json }
    // Who reads it says that JSON has no remarks: it isn't a table of braces.
    if isJSON(behind: text) { return .json }
    if text.hasPrefix("From "), isMail(lines.dropFirst()) { return .mail }
    if isMail(lines[...]) { return .mail }
    // One that was copied from the window of a mail program.
    let filled = lines.drop { $0.allSatisfy(\.isWhitespace) }.prefix(8).map(String.init)
    if !filled.isEmpty, QuotedMail.isOutlook(filled, 0) { return .mail }
    if start.hasPrefix("WEBVTT") || isSubtitle(lines) { return .transcript }
    // The last line may be cut off.
    var whole = head
    if head.count >= reach, let end = head.lastIndex(of: 0x0a) { whole = Array(head[...end]) }
    if TableImport.isTable(ByteSource(name: "", whole), words: words()) { return .csv }
    // Headings alone tell it, too: what is wrong below them is said by who reads it.
    let top = lines.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    if TableImport.isTable(ByteSource(name: "", Array(top.utf8)), words: words()) { return .csv }
    if SpokenLines.found(in: lines.map(String.init)) { return .transcript }
    return "\"tfn-0123456789".contains(first) && start.count < 200 && lines.count < 3 ? .json : nil
  }

  /// The text, as far as its encoding is plain.
  private static func readable(_ head: [UInt8]) -> Substring {
    guard let marked = TextEncoding.marked(head) else {
      return String(decoding: head, as: UTF8.self)[...]
    }
    if marked.encoding == .utf8 { return String(decoding: head.dropFirst(3), as: UTF8.self)[...] }
    let units = stride(from: 2, to: head.count - 1, by: 2).map { at in
      marked.encoding == .utf16Little
        ? UInt16(head[at]) | UInt16(head[at + 1]) << 8
        : UInt16(head[at]) << 8 | UInt16(head[at + 1])
    }
    return String(decoding: units, as: UTF16.self)[...]
  }

  /// Whether a document of JSON follows on something it may not begin with: remarks, a fence of Markdown, a name
  /// it's given to, the guard of a web service.
  private static func isJSON(behind text: Substring) -> Bool {
    var rest = text.drop(while: \.isWhitespace)
    // Each takes away what it finds, and there may be several remarks.
    for _ in 0..<64 {
      if rest.hasPrefix("/*"), let end = rest.firstRange(of: "*/") {
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("//") || rest.hasPrefix("#") || rest.hasPrefix("```") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix(")]}'") {
        rest = rest.dropFirst(4).drop { $0 == "," }
      } else if let given = rest.prefixMatch(of: /(?:var |let |const )?[\w.]{1,40}\s*=\s*/) {
        rest = rest[given.range.upperBound...]
      } else {
        break
      }
      rest = rest.drop(while: \.isWhitespace)
    }
    guard rest.startIndex > text.startIndex, let opening = rest.first else { return false }
    let next = rest.dropFirst().first { !$0.isWhitespace }
    return opening == "{" && next == "\"" || opening == "[" && (next == "{" || next == "[")
  }

  /// Whether a JSON document has the keys of a JSON Resume and none of ours.
  private static func isResume(_ text: Substring) -> Bool {
    func has(_ key: String) -> Bool { text.contains("\"\(key)\"") }
    if text.contains("resume-schema") || text.contains("jsonresume.org") { return true }
    if has("application") || has("applications") { return false }
    // The first versions of the form had other names.
    return has("basics") || has("bio")
      || has("work") && (has("skills") || has("education") || has("projects"))
  }

  /// Whether lines begin as a mail does: fields with a name and a colon, of which some are those of a mail.
  private static func isMail(_ lines: ArraySlice<Substring>) -> Bool {
    let names: Set<String> = [
      "from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version",
      "delivered-to", "reply-to", "content-type", "cc", "x-mailer", "dkim-signature", "sender",
      "authentication-results", "list-id", "x-original-to",
    ]
    var found: Set<String> = []
    for line in lines.prefix(200) {
      if line.isEmpty { break }
      if line.first == " " || line.first == "\t" { continue }
      // A mailbox may mark a line of an older mail.
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
        line[..<colon].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f })
      else { return false }
      let name = line[..<colon].lowercased()
      if names.contains(name) { found.insert(name) }
    }
    return found.contains("from") && found.count > 1
      || found.count > 1
        && (found.contains("message-id") || found.contains("received")
          || found.contains("mime-version"))
      || found.contains("subject") && found.contains("date")
  }

  /// Whether lines begin as SubRip does: a number, and a line with two times.
  private static func isSubtitle(_ lines: [Substring]) -> Bool {
    let lines = lines.drop { $0.allSatisfy(\.isWhitespace) }.prefix(2).map(\.trimmed)
    return lines.count == 2 && Int(lines[0].trimming { $0 == "\u{FEFF}" }) != nil
      && lines[1].contains(" --> ")
  }
}
