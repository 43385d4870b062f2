import DebriefContent
import DebriefModel
import TestSupport
import Testing

/// Nobody gets the same sentences in a thank-you note as another (A57).
@Suite(.timed) struct ThanksTests {
  private let form = Library(userFolder: nil).letters().form(.thanks)
  private let me = Profile {
    $0.name = "Sam Muster"
    $0.goals = "a job where I can teach children to read"
  }

  /// A round with as many people as one likes, who each asked a question of their own.
  private func talk(_ round: Int, _ people: Range<Int>, in it: inout Dossier) {
    let interview = ID("r\(round)")
    for at in people where it.person(ID("p\(at)")) == nil {
      it.people.append(
        Person(id: ID("p\(at)")) {
          $0.name = "Person\(at) Exampleton"
          $0.company = "Nordlicht"
        })
    }
    it.interviews.append(
      Interview(id: interview, application: it.application.id, recorded: sampleNow) {
        $0.round = round
        $0.start = sampleNow.adding(seconds: -86400 * (20 - round))
        $0.people = people.map { ID("p\($0)") }
      })
    for at in people {
      it.turns.append(
        Turn(id: ID("t\(round)-\(at)"), application: it.application.id, recorded: sampleNow) {
          $0.interview = interview
          $0.position = at
          $0.person = ID("p\(at)")
          $0.question = "How would you solve case \(round)-\(at)?"
          $0.answer = "By asking around."
        })
    }
    it.sort()
  }

  private func nordlicht(_ facts: Bool = true) -> Dossier {
    var it = Dossier(Application(id: ID("app"), created: sampleNow) { $0.company = "Nordlicht" })
    guard facts else { return it }
    for (prompt, text) in [
      ("mission", "keep every branch open late"), ("news", "they opened a second branch\nThe Post"),
    ] {
      it.preparations.append(
        Preparation(
          id: ID(prompt), application: it.application.id, kind: .company, recorded: sampleNow
        ) {
          $0.text = prompt
          $0.detail = text
        })
    }
    return it
  }

  private func note(_ at: Int, _ it: Dossier, profile: Profile? = nil) -> LetterDraft {
    form.draft(
      LetterFacts(it, to: it.person(ID("p\(at)")), profile: profile ?? me, now: sampleNow))
  }

  /// The sentences of a note without what is the reader's own, its greeting and its end.
  private func sentences(_ draft: LetterDraft) -> Set<String> {
    var text = draft.text.replacing(/“[^”]*”/, with: "…").replacing(/\(.*?\)/, with: "")
    text = text.split(separator: "\n\n").dropFirst().dropLast(2).joined(separator: " ")
    return Set(text.split(separator: ".").map { $0.trimmingPrefix(" ").description })
  }

  @Test(arguments: ["", "strong", "weak", "mine", "mine-strong", "promised", "refused", "next"])
  func fiveShareNoSentence(_ how: String) throws {
    var it = nordlicht()
    talk(1, 0..<5, in: &it)
    for at in it.turns.indices {
      if how.hasPrefix("mine") { it.turns[at].asker = .me }
      if how.hasSuffix("strong") { it.turns[at].rating = 5 }
      if how == "weak" { it.turns[at].rating = 1 }
    }
    if how == "next" {
      it.interviews.append(
        Interview(id: ID("r2"), application: it.application.id, recorded: sampleNow) {
          $0.round = 2
          $0.start = sampleNow.adding(seconds: 86400 * 9)
        })
    }
    if how == "promised" || how == "refused" {
      it.events.append(
        Event(
          id: ID("e"), application: it.application.id,
          kind: how == "refused" ? .refused : .promised, on: sampleNow.day, recorded: sampleNow
        ) { $0.due = how == "refused" ? nil : sampleNow.day.adding(days: 7) })
    }
    let notes = (0..<5).map { note($0, it) }
    #expect(Set(notes.map(\.subject)).count == 5)
    for (a, first) in notes.enumerated() {
      #expect(sentences(first).count >= (how == "refused" ? 3 : 5), "\(first.text)")
      for second in notes.dropFirst(a + 1) {
        let both = sentences(first).intersection(sentences(second))
        #expect(both.isEmpty, "\(how): \(both)")
      }
    }
  }

  @Test func laterOnesShareOnePartAtMost() {
    var it = nordlicht()
    talk(1, 0..<7, in: &it)
    talk(2, 7..<12, in: &it)
    talk(3, 12..<25, in: &it)
    let notes = (0..<25).map { sentences(note($0, it)) }
    #expect(Set(notes).count == 25)
    for (a, first) in notes.enumerated() {
      for second in notes.dropFirst(a + 1) {
        // What goes on has three sentences; every other part has at most two.
        #expect(first.intersection(second).count <= 3 && first != second)
      }
    }
  }

  @Test func whoIsMetAgainIsThankedInOtherWordsForTheLastTalk() {
    var it = nordlicht()
    talk(1, 0..<2, in: &it)
    let before = note(0, it)
    #expect(before.text.contains("case 1-0") && before.text.contains("March 1"))
    talk(2, 0..<2, in: &it)
    let after = note(0, it)
    #expect(after.text.contains("case 2-0") && !after.text.contains("case 1-0"), "\(after.text)")
    #expect(sentences(before).isDisjoint(with: sentences(after)), "\(after.text)")
    // What was said in an earlier round is better than nothing.
    it.turns.removeAll { $0.interview == ID("r2") }
    #expect(note(0, it).text.contains("case 1-0"))
  }

  @Test func newsAloneSaysWhatItHasToDoWithThem() {
    for at in 0..<5 {
      var it = nordlicht()
      it.preparations.removeAll { $0.text == "mission" }
      talk(1, 0..<5, in: &it)
      it.turns = []
      let draft = note(at, it, profile: Profile { $0.name = "Sam Muster" })
      let paragraphs = draft.text.split(separator: "\n\n")
      let news = paragraphs.first { $0.contains("second branch") } ?? ""
      #expect(news.contains("that you opened a second branch (The Post)"), "\(draft.text)")
      // More than that one read it, and nothing that refers to what isn't there.
      #expect(news.contains(" you") && news.split(separator: " ").count >= 14, "\(news)")
      #expect(!news.contains("also"), "\(news)")
      #expect(Set(draft.gaps.map(\.slot)) == ["callback", "help", "seek"])
    }
  }
}
