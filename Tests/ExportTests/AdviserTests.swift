import Foundation
import TestSupport
import Testing

@testable import DebriefExport
@testable import DebriefModel

/// What an adviser gets, and what comes back of it.
@Suite(.timed) struct AdviserTests {
  private func copy(_ dossier: Dossier, shown: Dossier? = nil) -> AdviserCopy {
    var copy = AdviserCopy()
    let shown = shown ?? dossier
    copy.add(
      dossier, shown: shown, page: Page(shown, reasons: reasons, now: noon), today: noon.day)
    return copy
  }

  private func full(_ text: String = "plain") -> Dossier {
    var it = dossier(fullArchive(text))
    it.application.company = "Kestrel"
    return it
  }

  // MARK: - The file

  @Test func theFileIsValidAndRunsOnlyItsOwnScript() throws {
    let texts = ["plain", "</textarea><script>x</script>", "\" onfocus=\"x", "]]> [0123456789ab]"]
    let read = try readHTML(texts.map { AdviserHTML.text(copy(full($0))) })
    for it in read {
      #expect(it.errors == [] && it.addresses == [] && it.lang == "en")
      #expect(it.policy.contains("script-src \(it.digests["script"] ?? "?")"))
      #expect(it.policy.contains("style-src \(it.digests["style"] ?? "?")"))
      #expect(it.tags.filter { $0 == "script" }.count == 1 && it.tags.contains("textarea"))
      #expect(it.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "style" })
      #expect(!it.tags.contains("form") && !it.tags.contains("iframe"))
    }
  }

  /// Both forms have a place for a remark at each strength, weakness, answer and change.
  @Test func everythingCanBeRemarkedOn() throws {
    let it = full()
    let marks =
      it.findings.map { RemarkMark(.finding, $0.id) } + it.turns.map { RemarkMark(.turn, $0.id) }
      + it.improvements.map { RemarkMark(.improvement, $0.id) }
      + [RemarkMark(.application, it.application.id)]
    #expect(Set(marks).count == marks.count && marks.count >= 4)
    for text in [AdviserHTML.text(copy(it)), AdviserText.text(copy(it))] {
      for mark in marks { #expect(text.contains("[\(mark.text)]")) }
    }
  }

  /// A number stands with what it counts, and the days stand with what they led to.
  @Test func theTextHasOneThingInALine() {
    let it = full()
    let sheet = Sheet(Page(it, reasons: reasons, now: noon), today: noon.day)
    let text = AdviserText.text(copy(it))
    let lines = text.split(separator: "\n").map(String.init)
    var count = 0
    for case .against(let columns) in sheet.sections.flatMap(\.blocks) {
      for entry in columns.flatMap(\.entries) {
        count += 1
        #expect(lines.contains("| \(entry.weight) \(entry.text)"), "\(entry.text)")
      }
    }
    #expect(count > 0)
    #expect(!lines.contains { $0.count > 2 && $0.dropFirst(2).allSatisfy(\.isNumber) })
    // Nothing of the page is left out.
    let all = bareWords(text.replacing("\n| ", with: "\n")).joined(separator: " ")
    for words in sheet.words {
      #expect(all.contains(bareWords(Harmless.shown(words)).joined(separator: " ")), "\(words)")
    }
  }

  /// What nobody else is to read is in neither form.
  @Test func whatStaysIsNotInIt() throws {
    var it = full("plain")
    let secret = "canary-secret"
    it.application.payAsked = secret
    it.application.payOffered = secret
    it.application.payUsual = secret
    it.application.notes = secret
    it.application.posting = secret
    (it.application.cover, it.application.coverText) = (secret, secret)
    it.application.link = secret
    it.letters = [
      Letter(id: id("l"), application: id("app0"), kind: "L1", recorded: noon) {
        $0.text = secret
        $0.subject = secret
      }
    ]
    it.notes = [Note(id: id("n"), recorded: noon) { $0.text = secret }]
    for i in it.people.indices {
      (it.people[i].email, it.people[i].phone, it.people[i].notes) = (secret, secret, secret)
    }
    it.responses = it.responses.map {
      var next = $0
      next.value = secret
      return next
    }
    for text in [AdviserHTML.text(copy(it)), AdviserText.text(copy(it))] {
      #expect(!text.contains(secret))
    }
  }

  // MARK: - Canaries

  private static let names = [
    "María García", "Nguyễn Văn An", "Rafał Żuraw", "Siobhan O'Neil", "Мария Иванова",
    "Олена Шевченко", "Γιώργος Παπαδόπουλος", "Արամ Պետրոսյան", "გიორგი ბერიძე", "שרה כהן",
    "ليلى حداد", "मारिया शर्मा", "கவிதா ராஜன்", "สมชาย ใจดี", "王小明", "山田太郎", "さくら はな",
    "김민준", "Jürgen Möller", "Ayşe Yıldız",
  ]

  /// What gives somebody away, with the part of it that must not be read any more: names in fifteen scripts,
  /// whole, by half, and with an ending; addresses, numbers and links.
  private static var canaries: [(text: String, left: String)] {
    var all: [(String, String)] = []
    for name in names {
      let parts = name.split(separator: " ").map(String.init)
      for part in [name] + parts where part.utf8.count > 4 {
        all += [(part, part), ("\(part)'s view", part), ("with \(part), too", part)]
        all.append(("(\(part))", part))
      }
    }
    for n in 0..<70 {
      let (a, b) = (100 + n, 1000 + 7 * n)
      all += [
        ("mail canary\(a)@kestrel\(n).example now", "canary\(a)"),
        ("call +49 30 555\(b)", "555\(b)"), ("call (555) 555-\(b)", "555-\(b)"),
        ("see https://canary\(a).example/p/\(b)", "canary\(a)"),
      ]
    }
    return all
  }

  @Test func noCanaryLeavesAMaskedCopy() throws {
    let canaries = AdviserTests.canaries
    #expect(canaries.count >= 400)
    var it = full("plain")
    it.people = AdviserTests.names.enumerated().map { n, name in
      Person(id: id("p\(n)")) { $0.name = name }
    }
    it.application.company = "Kestrel Labs"
    let text = canaries.map(\.text).joined(separator: ". ")
    for i in it.findings.indices { it.findings[i].statement = text }
    for i in it.turns.indices {
      (it.turns[i].question, it.turns[i].answer, it.turns[i].better) = (text, text, text)
    }
    for i in it.improvements.indices { it.improvements[i].what = text }
    for i in it.feedback.indices { it.feedback[i].verbatim = text }
    for i in it.events.indices { it.events[i].words = text }
    let plain = AdviserText.text(copy(it))
    let shown = Mask(it).dossier(it)
    let masked = [
      AdviserText.text(copy(it, shown: shown)), AdviserHTML.text(copy(it, shown: shown)),
    ].map { $0.lowercased() }
    for canary in canaries {
      // It was there, or the test could not fail.
      #expect(plain.contains(canary.left), "\(canary.text)")
      for text in masked { #expect(!text.contains(canary.left.lowercased()), "\(canary.text)") }
    }
    for text in masked { #expect(!text.contains("kestrel")) }
  }

  // MARK: - What comes back

  private let mark = RemarkMark(.finding, ID("fin0"))

  private func remarks(_ text: String) -> [String] {
    Remarks(text).remarks.filter { $0.mark == mark }.map(\.words)
  }

  /// Written into the text itself.
  @Test func aRemarkIsReadFromTheText() {
    let text = AdviserText.text(copy(full()))
    #expect(Remarks.areIn(text) && Remarks(text).remarks.isEmpty)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let at = lines.firstIndex { $0.hasPrefix("[\(mark.text)]") } ?? 0
    lines[at + 1] = "Try pausing.\n\nThen answer."
    let back = lines.joined(separator: "\n").replacing("From: \n", with: "From: Coach Kim \n")
    #expect(remarks(back) == ["Try pausing.\n\nThen answer."])
    #expect(Remarks(back).from == "Coach Kim" && Remarks(back).remarks.count == 1)
    #expect(remarks(back.replacing("\n", with: "\r\n")) == ["Try pausing.\n\nThen answer."])
  }

  /// Written between the lines of a quoted mail.
  @Test func aRemarkIsReadFromAReply() {
    let text = AdviserText.text(copy(full()))
    let quoted = text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
    var lines = ["Hi,", "see below."] + quoted
    let at = lines.firstIndex { $0.hasPrefix("> [\(mark.text)]") } ?? 0
    lines.insert("Try pausing.", at: at + 1)
    let back = lines.joined(separator: "\n")
    #expect(Remarks.areIn(back) && remarks(back) == ["Try pausing."])
    #expect(Remarks(back).remarks.count == 1)
  }

  @Test func whatTheButtonMakesIsRead() {
    let item = copy(full()).parts[0].items[0]
    let text =
      "debrief remarks 1\nFrom: Kim\n\n\(AdviserText.mark(item))\n> one\n2. two\n\n"
      + "[\(mark.text.uppercased())] again\nthree\n"
    #expect(remarks(text) == ["> one\n2. two", "three"] && item.mark == mark)
  }

  @Test func otherTextsAreNone() {
    for text in ["", "{}", "From: a@b.example\n\nhello", "remarks", "[0123456789ab] x"] {
      #expect(!Remarks.areIn(text))
    }
    #expect(Remarks("debrief remarks 1\n[0123456789az] no mark\n[012] no").remarks.isEmpty)
  }
}
