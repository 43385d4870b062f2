import Glibc

/// The older ways to write letters that aren't English as bytes, as spreadsheets of other countries still save
/// them. Which one a text is in is found by ``CharsetGuess``.
public enum Charset: String, Hashable, Sendable, CaseIterable {
  // By the names that iconv has for them. Of two that fit equally well, the first is taken.
  case windows1252 = "CP1252"
  case macRoman = "MACINTOSH"
  case windows1250 = "CP1250"
  case windows1254 = "CP1254"
  case gb18030 = "GB18030"
  case shiftJIS = "CP932"
  case eucJP = "EUC-JP"
  case korean = "UHC"
  case big5 = "BIG5-HKSCS"
  case windows1251 = "CP1251"
  case koi8 = "KOI8-U"
  case windows1253 = "CP1253"
  case windows1255 = "CP1255"
  case windows1256 = "CP1256"
  case thai = "CP874"

  /// What it is called in a sentence.
  var label: String {
    switch self {
    case .windows1252: "Windows-1252 (Western European)"
    case .macRoman: "Mac Roman (Western European, from an older Mac)"
    case .windows1250: "Windows-1250 (Central European)"
    case .windows1254: "Windows-1254 (Turkish)"
    case .gb18030: "GBK (Chinese)"
    case .shiftJIS: "Shift-JIS (Japanese)"
    case .eucJP: "EUC-JP (Japanese)"
    case .korean: "EUC-KR (Korean)"
    case .big5: "Big5 (Chinese)"
    case .windows1251: "Windows-1251 (Cyrillic)"
    case .koi8: "KOI8 (Cyrillic)"
    case .windows1253: "Windows-1253 (Greek)"
    case .windows1255: "Windows-1255 (Hebrew)"
    case .windows1256: "Windows-1256 (Arabic)"
    case .thai: "Windows-874 (Thai)"
    }
  }
}

/// Turns bytes of a ``Charset`` into UTF-8, block by block.
final class CharsetReader {
  private let handle: iconv_t

  /// Nil where this system doesn't know it.
  init?(_ charset: Charset) {
    guard let handle = iconv_open("UTF-8", charset.rawValue),
      handle != UnsafeMutableRawPointer(bitPattern: -1)
    else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Adds what bytes stand for to `text`; what stands for nothing becomes the sign for what can't be read.
  ///
  /// - Returns: The bytes of a character whose rest is still to come, and how many bytes stood for nothing.
  func read(_ bytes: [UInt8], into text: inout [UInt8]) -> (rest: [UInt8], strange: Int) {
    var bytes = bytes
    var strange = 0
    var at = 0
    var room = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    // What an earlier text left behind is none of this one's.
    _ = iconv(handle, nil, nil, nil, nil)
    while at < bytes.count {
      var left = bytes.count - at
      var free = room.count
      let count = bytes.count
      let problem = bytes.withUnsafeMutableBytes { from in
        room.withUnsafeMutableBytes { into in
          var start = from.baseAddress?.advanced(by: at).assumingMemoryBound(to: CChar.self)
          var end = into.baseAddress?.assumingMemoryBound(to: CChar.self)
          let done = iconv(handle, &start, &left, &end, &free)
          return done == -1 ? errno : 0
        }
      }
      text += room[..<(room.count - free)]
      at = count - left
      if problem == 0 { break }
      if problem == E2BIG { continue }
      if problem == EINVAL { return (Array(bytes[at...]), strange) }
      text += [0xef, 0xbf, 0xbd]
      strange += 1
      at += 1
    }
    // Hebrew waits for a point that may follow a letter.
    var free = room.count
    room.withUnsafeMutableBytes { into in
      var end = into.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = iconv(handle, nil, nil, &end, &free)
    }
    text += room[..<(room.count - free)]
    return ([], strange)
  }
}
