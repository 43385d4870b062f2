import DebriefModel
import Foundation
import TestSupport
import Testing

/// A code as zbar reads it off a picture.
private func readByZbar(_ code: QRCode) throws -> String {
  let (scale, margin) = (4, 4)
  let side = (code.size + 2 * margin) * scale
  var picture = Array("P5 \(side) \(side) 255\n".utf8)
  for y in 0..<side {
    for x in 0..<side {
      picture.append(code.isDark(x / scale - margin, y / scale - margin) ? 0 : 255)
    }
  }
  let folder = PrivateFolder()
  try Data(picture).write(to: URL(fileURLWithPath: folder("code.pgm")))
  // Binary, so that the bytes are as they are in the code.
  let answer = try Oracle.run(
    "zbarimg",
    [
      "--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", "-Sbinary",
      folder("code.pgm"),
    ])
  return answer.out
}

@Suite(.timed) struct QRCodeTests {
  @Test(arguments: [
    "", "a", "Slow down", "Ελληνικά, 株式会社, é 👍", "line\nline", "=1+1",
  ])
  func aTextIsReadBack(_ text: String) throws {
    let code = try #require(QRCode(text))
    if text.isEmpty { return #expect(code.size == 21) }
    #expect(try readByZbar(code) == text)
  }

  /// Before, at, and behind the end of each version.
  @Test(arguments: [
    (17, 21), (18, 25), (32, 25), (33, 29), (53, 29), (54, 33), (78, 33), (79, 37), (106, 37),
    (107, 41), (133, 41), (134, 41),
  ])
  func eachVersionIsReadBack(_ count: Int, _ size: Int) throws {
    let text = String(
      (0..<count).map { Character(Unicode.Scalar(UInt8(33 + ($0 * 7 + count) % 90))) })
    let code = try #require(QRCode(text))
    #expect(code.size == size)
    #expect(try readByZbar(code) == text)
  }

  @Test func whatIsTooLongIsNone() {
    #expect(QRCode(String(repeating: "x", count: 135)) == nil)
    #expect(QRCode(String(repeating: "é", count: 67)) != nil)
    #expect(QRCode(String(repeating: "é", count: 68)) == nil)
  }

  /// What has room is as large as can be.
  @Test func aCodeFitsItsSide() throws {
    #expect(QRCode.bytes(within: 20) == nil && QRCode.bytes(within: 21) == 17)
    #expect(QRCode.bytes(within: 40) == 106 && QRCode.bytes(within: .max) == QRCode.mostBytes)
    for side in 21...45 {
      let most = try #require(QRCode.bytes(within: side))
      #expect(try #require(QRCode(String(repeating: "x", count: most))).size <= side)
    }
  }

  /// The rows of text are the same picture, on paper and on a dark screen.
  @Test(arguments: [true, false]) func rowsAreTheCode(_ isLightInk: Bool) throws {
    let code = try #require(QRCode("Slow down before you answer"))
    let rows = code.rows(margin: 4, isLightInk: isLightInk).map(Array.init)
    for y in 0..<code.size {
      for x in 0..<code.size {
        let character = rows[(y + 4) / 2][x + 4]
        let isInk = "█".contains(character) || (y % 2 == 0 ? "▀" : "▄").contains(character)
        #expect((isInk != isLightInk) == code.isDark(x, y))
      }
    }
  }
}
