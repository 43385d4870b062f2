import DebriefModel
import Testing

@Suite(.timed) struct BothTextsTests {
  private func merged(_ base: String, _ ours: String, _ theirs: String) -> String {
    BothTexts.merged(base: base, ours: ours, theirs: theirs)
  }

  @Test func whereOneWroteTheirTextStands() {
    #expect(merged("a", "b", "a") == "b")
    #expect(merged("a", "a", "b") == "b")
    #expect(merged("", "b", "") == "b")
    #expect(merged("a", "b", "b") == "b")
    #expect(merged("a", "", "a") == "")
  }

  @Test func whatEitherTypedIsNeverGone() {
    #expect(merged("a", "b", "c") == "c\n— also: b")
    #expect(merged("", "b", "c") == "c\n— also: b")
    // Emptied here, changed there; and the other way round.
    #expect(merged("a", "", "c") == "c")
    #expect(merged("a", "b", "") == "b")
    #expect(merged("We", "We waited", "We wrote") == "We wrote\n— also: We waited")
  }

  @Test func whatOneHoldsOfTheOtherIsNotSaidTwice() {
    #expect(merged("a", "c and more", "c") == "c and more")
    #expect(merged("a", "c", "c and more") == "c and more")
    #expect(merged("a", "b", "c\n— also: b") == "c\n— also: b")
    #expect(merged("a", "b", "b\n— also: c") == "b\n— also: c")
    #expect(merged("a", "b", "x\n— also: b\n— also: y") == "x\n— also: b\n— also: y")
  }

  @Test func whatStandsInALineStaysInALine() {
    #expect(
      BothTexts.merged(base: "a", ours: "b", theirs: "c", inLine: true) == "c — also: b")
  }

  /// A text that is stored while it is typed, in two windows by turns: however they take turns, the
  /// end holds both, each once.
  @Test(arguments: 0..<64) func twoThatAreTypedAtOnceEndAsTwo(_ turns: Int) {
    for start in ["", "as it was", "two\nlines"] {
      var stored = start
      var (bases, texts, typed) = ([start, start], [start, start], ["", ""])
      for turn in 0..<6 {
        let who = (turns >> turn) & 1
        typed[who] += who == 0 ? "left\(turn) " : "right\(turn) "
        texts[who] = start.isEmpty ? typed[who] : start + "\n" + typed[who]
        stored = BothTexts.merged(base: bases[who], ours: texts[who], theirs: stored)
        bases[who] = texts[who]
      }
      for who in 0...1 where !typed[who].isEmpty {
        #expect(stored.contains(texts[who]), "\(turns): \(stored)")
        #expect(stored.ranges(of: typed[who]).count == 1, "\(turns): \(stored)")
      }
    }
  }

  @Test func wordsThatOnlyGrowAreNeverExchanged() {
    let grown = BothTexts.merged(
      base: "b", ours: "b2", theirs: "b\n— also: c", onlyGrows: true)
    #expect(grown == "b\n— also: c\n— also: b2")
  }

  @Test func noticesAreSentencesWithoutCodes() {
    func check<N: Noun>(_ type: N.Type) {
      for field in N.shape.fields {
        let said =
          Meeting.notice([
            Meeting(N.kind, field: field.name, .both), Meeting(N.kind, field: field.name, .ours),
            Meeting(N.kind, field: field.name, .theirs), Meeting(N.kind, .cameBack),
            Meeting(N.kind, .deletedNewer),
          ]) ?? ""
        #expect(said.contains(field.words ?? "a part of it"))
        #expect(said.hasSuffix("."))
        for sentence in said.split(separator: ". ") {
          #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
        }
      }
    }
    for kind in Entity.Kind.allCases { check(kind.type) }
    #expect(Meeting.notice([]) == nil)
    for field in ["", Meeting.alone, Meeting.unnoted] {
      let said = Meeting.notice([Meeting(.application, field: field, .cameBack)]) ?? ""
      #expect(said.hasPrefix("Another window deleted this application. Saving brought "))
    }
  }
}
