/// Says in a PDF which language it is in, and that its window is to show its title: cairo 1.16 has no word
/// for either. What is added stands behind the document, as an update of its catalog (ISO 32000-1, 7.5.6).
enum PDFLanguage {
  /// The document with its language (RFC 5646); as it is where its form is another than cairo's.
  static func added(_ language: String, to document: [UInt8]) -> [UInt8] {
    guard let (root, trailer, start) = end(document),
      let catalog = object(root, in: document), let close = catalog.lastRange(of: ">>")
    else { return document }
    var text = catalog
    text.replaceSubrange(
      close, with: "   /Lang (\(language))\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>")
    var out = document
    if out.last != 0x0a { out.append(0x0a) }
    let place = out.count
    out += "\(root) 0 obj\n\(text)\nendobj\n".utf8
    let table = out.count
    let offset = String(repeating: "0", count: max(0, 10 - "\(place)".count)) + "\(place)"
    out += "xref\n\(root) 1\n\(offset) 00000 n \n".utf8
    out += "trailer\n<< \(trailer) /Prev \(start) >>\nstartxref\n\(table)\n%%EOF\n".utf8
    return out
  }

  /// The number of the catalog, what the trailer holds, and where the table of objects begins.
  private static func end(_ document: [UInt8]) -> (root: Int, trailer: String, start: Int)? {
    // What cairo writes there is ASCII.
    let tail = String(decoding: document.suffix(1024), as: UTF8.self)
    guard let trailer = tail.lastRange(of: "trailer"), let mark = tail.lastRange(of: "startxref"),
      trailer.upperBound < mark.lowerBound,
      let start = Int(tail[mark.upperBound...].prefix { $0 != "%" }.filter { !$0.isWhitespace })
    else { return nil }
    let inside = tail[trailer.upperBound..<mark.lowerBound]
    guard let open = inside.firstRange(of: "<<"), let close = inside.lastRange(of: ">>"),
      let root = inside.firstRange(of: "/Root "),
      let number = Int(inside[root.upperBound...].prefix { $0.isNumber })
    else { return nil }
    let words = inside[open.upperBound..<close.lowerBound].split(whereSeparator: \.isWhitespace)
    return (number, words.joined(separator: " "), start)
  }

  /// What an object holds.
  private static func object(_ number: Int, in document: [UInt8]) -> String? {
    let tail = String(decoding: document.suffix(1 << 16), as: UTF8.self)
    guard let begin = tail.lastRange(of: "\n\(number) 0 obj\n") else { return nil }
    let rest = tail[begin.upperBound...]
    guard let end = rest.firstRange(of: "\nendobj") else { return nil }
    return String(rest[..<end.lowerBound])
  }
}

extension StringProtocol {
  /// Where a text stands in it for the last time.
  fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
