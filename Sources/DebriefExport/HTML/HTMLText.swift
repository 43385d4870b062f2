import DebriefModel
import Foundation

/// Text made safe for HTML: whatever the user wrote comes out as the words it is, in an element and in an
/// attribute alike.
public enum HTMLText {
  /// A text; its lines are kept where the style says so.
  public static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in Harmless.shown(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// An element with a text that has its own direction of writing.
  static func element(_ name: String, _ text: String, _ attributes: String = "") -> String {
    text.isEmpty
      ? ""
      : "<\(name)\(attributes.isEmpty ? "" : " " + attributes) dir=\"auto\">\(escaped(text))</\(name)>\n"
  }

  /// A document that loads nothing, runs nothing but what it names by its digest, and sends nothing anywhere.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - style: The one style sheet.
  ///   - script: The one script; empty for none.
  ///   - body: What stands in it, as HTML.
  static func document(title: String, style: String, script: String = "", body: String) -> String {
    func source(_ text: String) -> String {
      "'sha256-\(Data(SHA256.digest(text.utf8)).base64EncodedString())'"
    }
    let scripts = script.isEmpty ? "" : "; script-src \(source(script))"
    let policy =
      "default-src 'none'; style-src \(source(style))\(scripts); base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(escaped(Harmless.line(title)))</title>
      <style>\(style)</style>
      </head>
      <body>
      \(body)\(script.isEmpty ? "" : "<script>\(script)</script>\n")</body>
      </html>

      """
  }
}
