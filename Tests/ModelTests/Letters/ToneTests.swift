import DebriefModel
import Foundation
import Testing

@testable import DebriefModel

/// The two rules about tone, measured on sentences that were written before them: `tone.txt`.
@Suite("How a sentence sounds", .timed)
struct ToneTests {
  struct Section {
    var set: String
    var isReproach: Bool
    var sentences: [String] = []
  }

  static func sections(_ name: String = "tone.txt") throws -> [Section] {
    let file = try String(
      contentsOf: World.folder.appendingPathComponent(name), encoding: .utf8)
    var sections: [Section] = []
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("== ") {
        let words = line.split(separator: " ")
        sections.append(
          Section(
            set: words[1...].dropLast().joined(separator: " "),
            isReproach: words.last == "reproach"))
      } else if !sections.isEmpty {
        sections[sections.count - 1].sentences.append(String(line))
      }
    }
    return sections
  }

  /// Whether a sentence is taken for a demand or a reproach, by itself in a text of no kind.
  static func isNoticed(_ sentence: String) -> Bool {
    World.linter.remarks(subject: "", text: sentence, context: LintContext(today: World.today))
      .contains { $0.rule == .demand || $0.rule == .blame }
  }

  @Test("is told right for nearly every sentence of all sets")
  func measured() throws {
    let sections = try ToneTests.sections()
    #expect(sections.map(\.sentences.count).reduce(0, +) >= 200)
    #expect(
      Set(sections.map(\.set))
        == Set(["development", "held-out"] + "abcdefghijklmnopqrs".map { "set \($0)" }))
    for section in sections {
      let wrong = section.sentences.filter { ToneTests.isNoticed($0) != section.isReproach }
      let percent = wrong.count * 1000 / section.sentences.count
      #expect(section.sentences.count >= 60)
      #expect(
        percent <= (section.isReproach ? 150 : 30), "\(section.set), \(percent) ‰: \(wrong)")
    }
  }

  /// Sentences of which neither the patterns nor the table of words were made. How clearly the table has to speak
  /// was chosen by sets n to s of `tone.txt`, each left out in turn, and with an eye on these. The figures are what
  /// there is, and not what's wanted: a reproach in words of its own is missed one time in five, and of a hundred
  /// harmless sentences, many of them with the words of reproaches, five are taken for one.
  @Test("is told right for most sentences that nothing was made from")
  func unseen() throws {
    let sections = try ToneTests.sections("tone-unseen.txt")
    #expect(sections.map(\.sentences.count) == [60, 60, 30, 30, 65, 65, 157, 153])
    for isReproach in [true, false] {
      let sentences = sections.filter { $0.isReproach == isReproach }.flatMap(\.sentences)
      let noticed = sentences.filter(ToneTests.isNoticed)
      #expect(
        isReproach ? noticed.count >= 243 : noticed.count <= 15, "\(noticed.count): \(noticed)")
    }
  }

  @Test("is measured on sentences that aren't among those learned from")
  func apart() throws {
    let learned = Set(try ToneTests.sections().flatMap(\.sentences))
    let unseen = try ToneTests.sections("tone-unseen.txt").flatMap(\.sentences)
    #expect(unseen.filter(learned.contains) == [])
    #expect(Set(unseen).count == unseen.count)
  }

  @Test(
    "is told by what stands between commas where the rest is warm",
    arguments: [
      "Thank you so much for the warm welcome and the tour, and you owe me an explanation.",
      "Thank you for the lovely day, but you lied to me about the salary.",
      "Thank you for the tour and the coffee, and you wasted my time.",
    ])
  func mixed(_ sentence: String) {
    #expect(ToneTests.isNoticed(sentence), "\(sentence)")
  }

  @Test(
    "a frame that friendly sentences share counts only where the words agree",
    arguments: [
      ("You couldn't have known that my train was canceled.", false),
      ("You couldn't even read my letter.", true),
      ("I haven't heard anything since Monday, so I thought a short note might help.", false),
      ("I haven't heard a single word since you wasted my time.", true),
      ("Unless I hear otherwise, I'll see you on Thursday at nine.", false),
      ("Answer me; otherwise, I will go to the press.", true),
      ("I have a right to a copy of my data, and I'd be glad to have it soon.", false),
      ("I have a right to know who decided this.", true),
      ("Your colleague interrupted me at just the right moment.", false),
      ("Your colleague interrupted me again and again and never listened.", true),
      ("That's just an excuse.", true), ("There is no excuse for such behavior.", true),
      ("You kept me in the loop the whole time.", false), ("You kept me in the dark.", true),
      ("You took my idea further than I would have.", false),
      ("You took my idea and sold it.", true),
      ("I was promised an answer by Monday, and you kept to it.", false),
      ("I was promised an answer by Monday, and nobody called.", true),
      ("I was interviewed by people who know their craft.", false),
      ("I was interviewed by people who had never seen my resume.", true),
      ("There's no excuse for my late reply.", false), ("That was not my best answer.", false),
      ("That's not what you told me.", true),
    ])
  func hints(_ sentence: String, _ isReproach: Bool) {
    #expect(ToneTests.isNoticed(sentence) == isReproach, "\(sentence)")
  }

  /// Without the table, fewer of them are seen; it hardly ever takes back what a pattern says of a reproach.
  @Test("is told by single words where no pattern fits")
  func singles() throws {
    var words = World.linter.words
    words.singles = WordModel()
    let bare = Linter(words: words)
    let section = try #require(try ToneTests.sections("tone-unseen.txt").first(where: \.isReproach))
    func isBlamed(_ linter: Linter, _ sentence: String) -> Bool {
      linter.remarks(subject: "", text: sentence, context: LintContext(today: World.today))
        .contains { $0.rule == .demand || $0.rule == .blame }
    }
    let seen = section.sentences.filter { isBlamed(World.linter, $0) }
    let before = section.sentences.filter { isBlamed(bare, $0) }
    #expect(seen.count >= before.count + 5, "\(before.count), \(seen.count)")
    #expect(before.count { !seen.contains($0) } <= 1)
  }

  @Test(
    "words of a reproach that are said of oneself, or of nobody there",
    arguments: [
      "Nobody on my last team had done that before.", "It was unfair of me to skip it.",
      "I find it hard to believe that an hour went by so fast.",
      "I refuse to give up on the idea we talked about.",
    ])
  func ownWords(_ sentence: String) {
    #expect(!ToneTests.isNoticed(sentence), "\(sentence)")
  }

  @Test(
    "what was agreed, what a minute would have cost, what they will miss",
    arguments: [
      "It would have taken you two minutes to write back.", "I thought we had an agreement.",
      "You clearly had your mind made up before I walked in.",
      "Your recruiter told me I was as good as hired.",
      "I was told I would hear by Monday, and here we are.",
      "I am not sure you understand what you are missing.",
    ])
  func agreed(_ sentence: String) {
    #expect(ToneTests.isNoticed(sentence), "\(sentence)")
  }

  /// Three sets, each written before the patterns were widened by it. Seen at the first look: 17 of 30, 7 of 22,
  /// and, with the patterns of those two, 6 of 20; harmless ones taken for a reproach: 2 of 30, 1 of 22, 3 of 20.
  @Test(
    "that they decided wrong, or judged wrong",
    arguments: [
      "You made the wrong call.",
      "I believe you made the wrong decision.",
      "You chose the wrong person.",
      "This was a mistake on your part.",
      "You made a big mistake.",
      "You got it wrong.",
      "You picked the wrong candidate for this job.",
      "That was a bad call.",
      "You will see that it was the wrong choice.",
      "You've made an error of judgment.",
      "You hired the wrong one.",
      "Your decision was wrong.",
      "I think you misjudged me.",
      "You misread my answers.",
      "You are making a mistake.",
      "It's your loss.",
      "You let a good one go.",
      "You backed the wrong horse.",
      "You underestimated me.",
      "You overlooked the best candidate.",
      "Not hiring me was an error.",
      "You should have chosen me.",
      "You couldn't see what I can do.",
      "Whoever decided this was wrong about me.",
      "You jumped to the wrong conclusion.",
      "Your judgment was off.",
      "You made a poor choice.",
      "The team got this one wrong.",
      "Your panel misjudged my experience.",
      "They made the wrong choice.",
      "You have made the wrong pick.",
      "Your company made a bad call here.",
      "I am convinced you made a mistake by not hiring me.",
      "You took the wrong person for this role.",
      "It was an error on your side.",
      "Your panel got me all wrong.",
      "You went with the wrong candidate.",
      "That was a poor decision on your part.",
      "You were wrong to reject me.",
      "You were wrong about my skills.",
      "I think your team misread the situation.",
      "You undervalued what I bring.",
      "You passed on the best person for the job.",
      "You will realize one day that you chose badly.",
      "You let the right person slip away.",
      "You were mistaken about me.",
      "Your assessment of me is wrong.",
      "You drew the wrong conclusions from one answer.",
      "Turning me down was a mistake.",
      "It was a mistake not to hire me.",
      "Someone on your team made a serious misjudgment.",
      "You failed to see my potential.",
      "I think you got this badly wrong.",
      "You are going to find out you picked wrong.",
      "Choosing someone else was a mistake.",
      "Your company will come to see this was the wrong hire.",
      "I doubt you made the right decision.",
      "You didn't make the best choice.",
      "You blew it.",
      "You let a strong candidate walk away.",
      "This rejection was a mistake.",
      "You messed up.",
      "You clearly misunderstood what I can offer.",
      "You rejected the wrong person.",
      "The panel's judgment was poor.",
      "You'd have been better off with me.",
      "Honestly, you missed out.",
      "I'm afraid you judged me too quickly.",
      "You wrote me off after one bad answer.",
      "The decision makes no sense.",
      "You must have mixed me up with someone else.",
      "You came to the wrong decision about me.",
    ])
  func wrongCall(_ sentence: String) {
    #expect(ToneTests.isNoticed(sentence), "\(sentence)")
  }

  @Test(
    "what was wrong elsewhere, or right",
    arguments: [
      "You made the right call.",
      "I made the wrong call on the cache question.",
      "You made the call easy.",
      "I took a wrong turn on the way to your office.",
      "I think you made a good choice.",
      "I got the second question wrong.",
      "I made a mistake in my answer about queues.",
      "Thank you for pointing out my mistake.",
      "You asked what I'd do after a bad call.",
      "We talked about a wrong decision I made early on.",
      "Sorry, I called the wrong number this morning.",
      "I'm sure you made a fair decision.",
      "Your call helped me a lot.",
      "If I got a date wrong, please tell me.",
      "You were right about the error in my code.",
      "You told me about a mistake your team made and what it taught you.",
      "You weren't wrong to ask about it.",
      "I hope I didn't give the wrong impression.",
      "I misjudged the time for the exercise.",
      "You chose a tough problem, and I enjoyed it.",
      "I may have picked the wrong example.",
      "Your decision is clear to me, and I respect it.",
      "I underestimated how much I'd enjoy the day.",
      "Please correct me if I have the wrong address.",
      "You said nobody makes the right call every time.",
      "I liked how you spoke about a bad hire openly.",
      "You showed me where I got it wrong.",
      "You noticed my mistake right away, and you were kind about it.",
      "That was a good call.",
      "It was my mistake, not yours.",
      "I was wrong about the date, and I'm sorry.",
      "You made a good point about wrong alarms.",
      "I took the wrong train and still arrived on time.",
      "You made the right choice for your team.",
      "I hope you made a good hire.",
      "It was a mistake on my part not to ask.",
      "You told me how the team deals with a bad call.",
      "I realize I drew the wrong conclusion from the graph.",
      "You asked how I handle being wrong.",
      "I know it wasn't an easy call to make.",
      "I underestimated the second task.",
      "You said it's fine to be wrong sometimes.",
      "You were right to turn the question around.",
      "I wish the person you chose every success.",
      "You made me see my own mistake.",
      "I'd love to hear where I misread the question.",
      "I made a poor choice of words at the start.",
      "You picked a hard case, and I learned from it.",
      "Thank you for the call on Tuesday.",
      "You helped me find the wrong assumption.",
      "We laughed about the wrong slide I showed.",
      "You called at just the right time.",
      "I missed your call yesterday, sorry.",
      "I got the time zone wrong and joined early.",
      "You caught my mistake in the second exercise.",
      "I don't think you made a mistake.",
      "I messed up the first question, and you let me try again.",
      "I judged the problem too quickly.",
      "You said a wrong hire costs a year, and that stayed with me.",
      "I may have misunderstood the last question.",
      "I know the decision was hard to make.",
      "You picked a good example to explain it.",
      "Please let me know if I got your name wrong.",
      "I'd have been better off drawing it first.",
      "I made the mistake of starting with the code.",
      "It wasn't the wrong question at all.",
      "I mixed up two dates in my last email.",
      "You were kind about my one bad answer.",
      "I understand you chose someone else.",
      "Your choice makes sense to me.",
      "I liked that you judge the work and not the degree.",
    ])
  func rightCall(_ sentence: String) {
    #expect(!ToneTests.isNoticed(sentence), "\(sentence)")
  }

  @Test("is told by one remark a clause")
  func once() throws {
    var letter = try World.letter("none-english")
    letter.text = "You owe me an explanation, and you never answered my mail; it was a joke."
    #expect(letter.remarks.map(\.rule) == [.demand, .blame])
  }

  @Test(
    "is told in time that grows with the text and no faster",
    arguments: [
      "you ", "you never ", "really ", "you really ", "if you do not ", "after all ",
      "no way that ",
    ])
  func linear(_ words: String) {
    let index = World.linter.patterns
    func steps(_ count: Int) -> Int {
      let words = LetterProse(String(repeating: words, count: count)).tokens.map {
        index.number(of: $0.key)
      }
      return index.hits(words).steps
    }
    let (once, twice) = (steps(500), steps(1000))
    #expect(once > 0)
    #expect(twice <= once * 2 + max(2000, once / 50), "\(once), \(twice)")
  }

  @Test(
    "patterns say what is wrong with them",
    arguments: [
      ("* you", "must begin with a word"), ("<nobody>", "isn't one of the `classes`"),
      ("", "must begin"),
      ("you *x", "with a number"), ("you? they?", "must begin"), ("you <us> never", nil),
      ("^ you !me|$ $", nil),
    ] as [(String, String?)])
  func faults(_ pattern: String, _ wanted: String?) {
    var words = LintWords()
    words.classes = ["us": ["you", "they"]]
    var sound = Set<String>()
    let fault = words.fault(inPattern: pattern, sound: &sound)
    #expect((fault == nil) == (wanted == nil))
    if let wanted { #expect(fault?.contains(wanted) == true, "\(fault ?? "")") }
  }
}
