/// Files of other programs that are no text: what they are is told by their first bytes, never by their names,
/// and all that is said of them is how to get something out of them that can be read.
public enum ForeignFile: Hashable, Sendable, CaseIterable {
  case nothing, outlookMessage, outlookStore, workbook, oldWorkbook, openSheet, apple, document
  case oldDocument, openDocument, oldOffice, pdf, rtf, archive, packed, database, picture

  /// So many bytes at the beginning tell it.
  public static let reach = 1 << 20

  /// What a file is by its first bytes; nil for one that may be read.
  ///
  /// - Parameter head: At most ``reach`` of them.
  public static func found(in head: [UInt8]) -> ForeignFile? {
    if head.allSatisfy({ [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d].contains($0) }) { return .nothing }
    func begins(_ bytes: UInt8...) -> Bool { head.starts(with: bytes) }
    if begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) { return compound(head) }
    if begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06) { return zipped(head) }
    if head.starts(with: "!BDN".utf8) { return .outlookStore }
    if has("%PDF-", in: head.prefix(1024)) { return .pdf }
    if head.starts(with: "{\\rtf".utf8) { return .rtf }
    if head.starts(with: "SQLite format 3\0".utf8) { return .database }
    if begins(0x1f, 0x8b) || head.starts(with: "BZh".utf8) || begins(0xfd, 0x37, 0x7a, 0x58, 0x5a)
      || begins(0x28, 0xb5, 0x2f, 0xfd) || begins(0x37, 0x7a, 0xbc, 0xaf)
      || head.starts(with: "Rar!".utf8)
    {
      return .packed
    }
    if begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || head.starts(with: "GIF8".utf8)
      || has("ftyphei", in: head.prefix(16))
      || head.starts(with: "RIFF".utf8) && has("WEBP", in: head.prefix(16))
    {
      return .picture
    }
    return nil
  }

  /// What is in a compound file (MS-CFB): its entries have names in UTF-16.
  private static func compound(_ head: [UInt8]) -> ForeignFile {
    func names(_ name: String) -> Bool { has(name.utf8.flatMap { [$0, 0] }, in: head[...]) }
    if names("__properties_version1") || names("__substg1.0_") || names("__nameid_version1") {
      return .outlookMessage
    }
    if names("WordDocument") { return .oldDocument }
    return names("Workbook") || names("Book") ? .oldWorkbook : .oldOffice
  }

  /// What is in a ZIP file, by the names of its parts.
  private static func zipped(_ head: [UInt8]) -> ForeignFile {
    let start = head.prefix(200)
    if has("opendocument.spreadsheet", in: start) { return .openSheet }
    if has("opendocument.", in: start) { return .openDocument }
    func holds(_ parts: String...) -> Bool { parts.contains { has($0, in: head[...]) } }
    if holds("xl/workbook", "xl/worksheets/", "xl/_rels/", "xl/styles") { return .workbook }
    if holds("word/document", "word/_rels/", "word/styles") { return .document }
    return has(".iwa", in: head[...]) ? .apple : .archive
  }

  private static func has(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
    has(Array(text.utf8), in: bytes)
  }

  private static func has(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = wanted.first else { return true }
    var rest = bytes
    while let at = rest.firstIndex(of: first) {
      rest = rest[at...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// What to do with it, in one sentence.
  ///
  /// - Parameter name: What the file is called, at the beginning of a sentence.
  public func sentence(_ name: String) -> String {
    switch self {
    case .nothing: "\(name) is empty, so there's nothing to import."
    case .outlookMessage:
      "\(name) is an Outlook message (.msg). Save it as .eml first: with Save as in Outlook on the web, "
        + "or with msgconvert."
    case .outlookStore:
      "\(name) is an Outlook data file (.pst). Turn it into a mailbox with readpst, and import that."
    case .workbook, .oldWorkbook: "\(name) is an Excel workbook. Save it as CSV, and import that."
    case .openSheet: "\(name) is a LibreOffice spreadsheet. Save it as CSV, and import that."
    case .apple:
      "\(name) is from Numbers or Pages. Export it as CSV from Numbers, or copy its text from Pages."
    case .document, .oldDocument:
      "\(name) is a Word document. Copy its text and paste it, or save it as plain text."
    case .openDocument:
      "\(name) is a LibreOffice document. Copy its text and paste it, or save it as plain text."
    case .oldOffice:
      "\(name) is from an Office program. Save an email as .eml, a spreadsheet as CSV, and a document "
        + "as plain text."
    case .pdf: "\(name) is a PDF. Copy its text and paste it, or save it as plain text."
    case .rtf:
      "\(name) is formatted text (RTF). Copy its text and paste it, or save it as plain text."
    case .archive, .packed: "\(name) is a compressed archive. Extract it, and import what's in it."
    case .database:
      "\(name) is a database. If it has your notes from debrief, open it with --database, or export it "
        + "first."
    case .picture: "\(name) is a picture. Type what it says, or let another program read it."
    }
  }
}
