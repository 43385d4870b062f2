import Foundation
import TestSupport
import Testing

@testable import DebriefExport
@testable import DebriefModel

@Suite(.timed) struct VaultTests {
  private func application(_ company: String, _ role: String = "", id: String = "k0n4kpkymbyyb3g1")
    -> Application
  {
    Application(id: ID(id), created: noon) {
      $0.company = company
      $0.role = role
    }
  }

  private func name(_ company: String, _ role: String = "") -> String {
    VaultName.folders([application(company, role)]).values.first ?? ""
  }

  @Test func namesAreSafeInAnyScript() {
    #expect(name("Kestrel Labs", "Engineer") == "Kestrel Labs, Engineer (k0n4kp)")
    #expect(name("株式会社はやぶさ") == "株式会社はやぶさ (k0n4kp)")
    #expect(name("شركة") == "شركة (k0n4kp)")
    #expect(name("../../etc") == "etc (k0n4kp)" || !name("../../etc").contains("/"))
    #expect(name("a/b\\c:d*e?f\"g<h>i|j") == "a-b-c-d-e-f-g-h-i-j (k0n4kp)")
    #expect(name("") == "Application (k0n4kp)" && name("...") == "Application (k0n4kp)")
    #expect(name("CON") == "CON_ (k0n4kp)")
    #expect(name("e\u{301}") == name("é"))
    #expect(name("a\u{202e}b\nc\u{0}") == "ab c (k0n4kp)")
    #expect(name(String(repeating: "字", count: 500)).utf8.count <= 140)
  }

  /// Each application has a folder of its own, whatever others there are, also where capitals are no others.
  @Test func namesAreUnlike() {
    let all = [
      application("Acme", id: "k0n4kp0000000001"), application("acme", id: "k0n4kp0000000002"),
      application("Acme", id: "zzzzzz0000000003"), application("Acme", id: "a/b"),
      application("Acme", id: "a/c"), application("Acme", id: ""),
    ]
    let names = VaultName.folders(all).values.map { $0.lowercased() }
    #expect(Set(names).count == all.count)
    #expect(names.allSatisfy { !$0.contains("/") })
  }

  private func vault(_ text: String) -> [Vault.File] {
    let it = dossier(fullArchive(text))
    var vault = Vault([it.application], now: noon)
    let files = vault.files(it, reasons: reasons, checklists: [:], reader: nil)
    return files + vault.files(unsorted: it.notes)
  }

  @Test func everythingIsInItWordForWord() throws {
    let files = vault("plain words")
    let paths = files.map { $0.path.split(separator: "/").last.map(String.init) ?? "" }
    #expect(
      Set(paths) == [
        "overview.md", "page.md", "notes.md", "feedback.md", "letters.md", "index.md",
        "notes to file.md",
      ])
    for file in files { #expect(file.text.contains("plain words"), "\(file.path)") }
    let index = try #require(files.first { $0.path == "index.md" })
    let folder = try #require(files.first?.path.split(separator: "/").first)
    #expect(index.text.contains("](<\(folder)/overview.md>)"))
    #expect(vault("plain words").map(\.text) == files.map(\.text))
  }

  /// What somebody wrote is no heading, list, link or HTML of the file.
  @Test func anyTextIsOnlyText() throws {
    let plain = vault("plain")
    for text in ["# x", "- x", "[a](b)", "<b>x</b>", "```\nx\n```", "| a | b |", "1. x\n\n# y"] {
      for (file, like) in zip(vault(text), plain) {
        func heads(_ text: String) -> Int {
          text.split(separator: "\n").count { $0.hasPrefix("#") }
        }
        #expect(heads(file.text) == heads(like.text), "\(file.path): \(file.text)")
        #expect(!file.text.contains("<b>") && !file.text.contains("\n```"), "\(file.path)")
      }
    }
  }

  /// The same as cmark reads it.
  @Test func cmarkReadsOnlyText() throws {
    guard access("/usr/bin/cmark", X_OK) == 0 else {
      print("cmark isn't here: not tested that another parser reads only text.")
      return
    }
    func parts(_ text: String) throws -> [String: Int] {
      let answer = try Oracle.run("cmark", ["-t", "xml"], stdin: Array(text.utf8))
      #expect(answer.status == 0, "\(answer.err)")
      let kinds =
        #/<(heading|html_block|html_inline|link|image|code|code_block|thematic_break|emph|strong)\b/#
      return answer.out.matches(of: kinds).reduce(into: [:]) { $0[String($1.1), default: 0] += 1 }
    }
    let plain = try vault("plain").map { try parts($0.text) }
    #expect(plain.contains { ($0["heading"] ?? 0) > 0 } && plain.contains { ($0["link"] ?? 0) > 0 })
    for text in [
      "# x", "- x", "[a](b)", "<b>x</b>", "```\nx\n```", "| a | b |", "1. x\n\n# y", "    x", "\tx",
      "***", "<http://x.example>", "![i](u)", "[r]: http://x", "&copy; &#35;", "a  \nb", "\\",
      "`a``b`", "*a* _b_", "<!-- c -->", "<script>\n\nalert(1)\n</script>", "x\n===", "x\n---",
      "> q",
      "~~~\nq\n~~~", "foo\\", "a\u{2028}# b", "x\n\n\n\n    y\n- z",
    ] {
      for (file, like) in zip(vault(text), plain) {
        #expect(try parts(file.text) == like, "\(file.path): \(text.debugDescription)")
      }
    }
  }
}
