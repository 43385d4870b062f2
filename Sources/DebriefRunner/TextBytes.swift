/// Bytes that somebody gives as a text.
package enum TextBytes {
  /// Bytes as text, for a person's words from anywhere: UTF-8 without a NUL, or a sentence that names
  /// where they come from. The mark that some editors put before UTF-8 is no part of it.
  ///
  /// - Throws: A sentence where the bytes aren't UTF-8, or hold a NUL.
  package static func decoded(_ bytes: [UInt8], name: String) throws(Failure) -> String {
    let what = name == "-" ? "The text on stdin" : name
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let bytes = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("\(what) isn't UTF-8.", code: ExitStatus.data)
    }
    if text.utf8.contains(0) {
      throw Failure("\(what) has a NUL byte in it, so it isn't text.", code: ExitStatus.data)
    }
    return text
  }
}
