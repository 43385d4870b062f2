import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// The pane of letters: keys in, changes out.
@Suite(.timed) struct LettersPaneTests {
  private let nord = "/ nord <enter> <enter> <alt+6>"
  private let kestrel = "/ kestrel <enter> <enter> <enter> <alt+6>"

  private func letters(_ desk: Desk) throws -> [Letter] { try desk.store.archive().letter }

  private func editor(_ desk: Desk) throws -> LetterEditor {
    guard let it = desk.app.top(LetterEditor.self) else {
      Issue.record("no letter is open: \(desk.screen)")
      throw Gone()
    }
    return it
  }
  private struct Gone: Error {}

  @Test func aLetterIsStoredTheMomentItIsBegun() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    try desk.keys(nord + " a")
    #expect(desk.screen.contains("Which letter?"))
    // Thanks to HR suit one person alone: the draft is there at once, and open.
    try pick("thank-you to HR", desk)
    let added = try letters(desk).filter { it in !before.letter.contains { $0.id == it.id } }
    let it = try #require(added.first)
    #expect(added.count == 1 && !it.text.isEmpty && !it.subject.isEmpty)
    #expect(try editor(desk).letter == it)
    try desk.keys("<esc> u")
    #expect(try desk.store.archive() == before)
  }

  /// What a note of thanks lacks is asked for where one writes it, and the note then says it (A58).
  @Test func aQuestionOfTheirsIsAskedForInPlace() throws {
    let desk = try Desk(Size(100, 50), sample: false)
    try desk.keys("a Acme <ctrl+s> <enter> P a Ines␣Kahl <ctrl+s> <esc>")
    try desk.keys("i <tab> <tab> yesterday␣10:00 <tab> <tab> Ines␣Kahl <ctrl+s>")
    try desk.keys("<alt+6> a <enter>")
    #expect(try editor(desk).letter.letterKind == .thanks, "\(desk.screen)")
    #expect(desk.screen.contains("Press Alt-q, and type it here."), "\(desk.screen)")
    try desk.keys("<alt+q> How␣do␣you␣test␣a␣queue? <enter>")
    #expect(try editor(desk).area.text.contains("“How do you test a queue?”"), "\(desk.screen)")
    let turn = try #require(try desk.store.archive().turn.first)
    let archive = try desk.store.archive()
    #expect(
      turn.person == archive.person.first?.id && turn.interview == archive.interview.first?.id)
    // Now there's nothing to ask for, and a text of one's own is never written over.
    try desk.keys("<alt+q>")
    #expect(desk.app.notice?.text.contains("isn't missing") == true, "\(desk.screen)")
  }

  /// There are eight ways to ask as one asks for advice (A71). The one that's picked goes to the other questions, and
  /// not above the greeting, where the cursor is at first.
  @Test func aQuestionThatIsPickedGoesIntoTheLetter() throws {
    let desk = try Desk(Size(100, 50), sample: false)
    try desk.keys("a Acme <tab> Tester <tab> <tab> 2026-03-09␣10:00 <ctrl+s> <enter> o 1 <ctrl+s>")
    try desk.keys("<alt+6> a")
    try pick("request for feedback", desk)
    let before = try editor(desk).area.text
    try desk.keys("<alt+p>")
    let options = try #require(desk.app.top(PickerOverlay.self)).picker.shown.map(\.title)
    #expect(options.count == 8 && Set(options).count == 8)
    try desk.keys("<down> <down> <enter>")
    let text = try editor(desk).area.text
    #expect(text.hasPrefix("Hello,\n\nThank you for"), "\(text)")
    #expect(text.contains("the other candidates? \(options[2])\n\nA line or two"), "\(text)")
    #expect(text.count == before.count + options[2].count + 1)
    // Another one follows it, and each can be taken back.
    try desk.keys("<alt+p> <enter>")
    #expect(try editor(desk).area.text.contains("\(options[2]) \(options[0])\n\n"))
  }

  @Test func whatDoesNotFitSaysWhy() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord + " a G <enter>")
    #expect(desk.app.notice != nil)
    #expect(desk.screen.contains("Which letter?"), "it stays open")
  }

  @Test func theTextIsCheckedAtEveryKeyAndWordsAreAskedAboutOnce() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord + " / ines <enter> <enter> <ctrl+end>")
    try desk.keys("I␣demand␣a␣reason␣for␣this.␣the␣the␣end")
    let it = try editor(desk)
    #expect(it.remarks.contains { $0.rule == .doubledWord })
    #expect(it.remarks.contains { $0.rule == .demand || $0.rule == .blame })
    #expect(Set(desk.looked).count == desk.looked.count, "a word is looked up once")
    #expect(!desk.looked.contains("en"), "a word is looked up when it is finished")
    let count = desk.looked.count
    try desk.keys("<left> <left> <ctrl+a> <ctrl+e>")
    #expect(desk.looked.count <= count + 1, "moving asks at most for the word that was left")
  }

  @Test func aRemarkLeadsToItsPlace() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(
      nord + " / ines <enter> <enter> <ctrl+end> The␣end␣of␣the␣the␣day. <ctrl+home> <ctrl+g>")
    let it = try editor(desk)
    let remark = it.remarks[it.picked]
    #expect(it.area.cursorCharacter == remark.place?.lowerBound)
  }

  @Test func whatIsTypedSurvivesAsADraftAndIsSavedAsOneChange() throws {
    let desk = try Desk()
    let before = try letters(desk)
    try desk.keys(nord + " <enter> <ctrl+end> Half␣a␣line <esc>")
    #expect(try letters(desk) == before)
    let scope = try #require(try desk.store.drafts().first?.scope)
    let purpose = try #require(FormPurpose(scope: scope))
    #expect(purpose.scope == scope && purpose.label == "a letter")
    try desk.keys("R")
    #expect(try editor(desk).area.text.hasSuffix("Half a line"))
    try desk.keys("<ctrl+s>")
    #expect(try desk.store.drafts().isEmpty)
    #expect(try letters(desk).contains { $0.text.hasSuffix("Half a line") })
    try desk.keys("u")
    #expect(try letters(desk) == before)
  }

  @Test func sendingWritesTheLedgerAndTheChecklistAndUndoTakesAllBack() throws {
    let desk = try Desk()
    let before = try desk.store.archive()
    // The letter to the manager is the newest one.
    try desk.keys(nord + " s")
    if desk.screen.contains("Something needs another look") { try desk.keys("j <enter>") }
    #expect(desk.screen.contains("When you sent it"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    let after = try desk.store.archive()
    let sent = try #require(
      after.letter.first { it in
        it.state == .sent && before.letter.first { $0.id == it.id }?.state == .draft
      })
    #expect(sent.kind == "L2" && sent.sent == desk.now.day && sent.channel == .email)
    let facts = after.event.filter { it in !before.event.contains { $0.id == it.id } }
    #expect(facts.map(\.kind) == [.thanked] && facts.first?.person == sent.to)
    #expect(after.response.contains { $0.item == "letter.manager" && $0.value == "sent" })
    try desk.keys("u")
    #expect(try desk.store.archive() == before)
  }

  @Test func aRequestThatWentOutWaitsInTheLog() throws {
    let desk = try Desk()
    try desk.keys(nord + " a")
    try pick("request for feedback", desk)
    if desk.screen.contains("Who is it for?") { try desk.keys("<enter>") }
    if try editor(desk).area.isEmpty { try desk.keys("May␣I␣ask␣for␣your␣advice?") }
    try desk.keys("<ctrl+s> s")
    if desk.screen.contains("Something needs another look") { try desk.keys("j <enter>") }
    try desk.keys("<ctrl+s>")
    let archive = try desk.store.archive()
    let letter = try #require(archive.letter.first { $0.kind == "L4" && $0.sent == desk.now.day })
    let ask = try #require(archive.feedback.first { $0.asked == desk.now.day })
    #expect(ask.isWaiting && ask.person == letter.to && ask.due == desk.now.day.adding(days: 14))
    #expect(archive.event.contains { $0.kind == .feedbackAsked && $0.known == desk.now.day })
    // Its answer is written down where the words are kept.
    try desk.keys("r")
    #expect(desk.screen.contains("The reply"))
    try desk.keys("Depth␣in␣one␣thing. <tab> s <ctrl+s>")
    let answered = try #require(try letters(desk).first { $0.id == letter.id })
    #expect(answered.state == .answered && answered.answered == desk.now.day, "\(desk.screen)")
  }

  /// Picks the row that begins so.
  private func pick(_ word: String, _ desk: Desk) throws {
    guard let it = desk.app.top(PickerOverlay.self) else {
      Issue.record("nothing to pick: \(desk.screen)")
      return
    }
    let at = try #require(it.picker.shown.firstIndex { $0.title.hasPrefix(word) })
    try desk.keys("g" + String(repeating: " j", count: at) + " <enter>")
  }

  @Test func theChecklistAndTheLettersAgree() throws {
    let desk = try Desk()
    try desk.keys(nord.replacing("<alt+6>", with: "<alt+3>") + " g hiring␣manager <enter> w")
    // One was begun already: it is gone on with.
    #expect(try editor(desk).letter.kind == "L2")
    try desk.keys("<esc> 1")
    let sent = try letters(desk).filter { $0.kind == "L2" && $0.sent == desk.now.day }
    #expect(sent.count == 1, "\(desk.screen)")
    try desk.keys("u")
    #expect(try letters(desk).allSatisfy { $0.sent != desk.now.day })
  }

  @Test func aLowMoodLetsALetterRest() throws {
    let desk = try Desk()
    try desk.keys(nord.replacing("<alt+6>", with: "<alt+3>") + " g How␣are␣you <enter> 1 n")
    try desk.command("")
    try desk.keys("<alt+6> a")
    try pick("thank-you to HR", desk)
    let it = try #require(try letters(desk).first { $0.recorded == desk.now })
    #expect(it.state == .held && it.heldUntil == desk.now.adding(seconds: 86400))
    try desk.keys("<esc> s")
    #expect(desk.screen.contains("Why it can't wait"), "\(desk.screen)")
    try desk.keys("<ctrl+s>")
    #expect(desk.screen.contains("is needed"))
    try desk.keys("They␣asked␣today <ctrl+s>")
    let free = try #require(try letters(desk).first { $0.id == it.id })
    #expect(free.override == "They asked today" && free.state == .ready)
    try desk.keys("u :")
    try desk.keys("<esc>")
    #expect(try letters(desk).first { $0.id == it.id }?.override == nil)
    // A day later it is ready by itself.
    desk.now = desk.now.adding(seconds: 86401)
    try desk.keys("s")
    #expect(!desk.screen.contains("Why it can't wait"))
  }

  @Test func aLetterThatWentOutStaysAsItIs() throws {
    let desk = try Desk()
    let before = try letters(desk)
    try desk.keys(kestrel + " G <enter> <tab> <tab> more")
    #expect(desk.screen.contains(CommandTable.standard.named(LetterEditor.settled)))
    try desk.keys("<ctrl+s>")
    #expect(try letters(desk) == before)
  }

  @Test func whatIsHalfTypedIsNotHandedOn() throws {
    let desk = try Desk()
    try desk.keys(nord + " <enter> more <esc> y")
    #expect(desk.screen.contains("aren't saved") && desk.handedOn.isEmpty)
    // Deleting keeps what was typed with the letter: no draft leads to one that is gone.
    try desk.keys("d R")
    #expect(!desk.screen.contains("This letter was deleted") && desk.app.desk.drafts.isEmpty)
    try desk.keys("u <enter> <ctrl+s> y")
    #expect(desk.device.copied.count == 1)
  }

  @Test func theCallCardAndTheCountsScrollAndClose() throws {
    let desk = try Desk(Size(40, 10))
    try desk.keys(nord + " C G")
    #expect(desk.screen.contains("call sheet") || desk.screen.contains("Goodbye"))
    try desk.keys("q f")
    #expect(desk.screen.contains("How your letters turned out"))
    try desk.keys("<esc>")
    #expect(desk.app.overlays.isEmpty)
  }

  @Test func theAgendaAndASearchLeadHere() {
    #expect(AgendaEntry.Kind.letter.pane == .letters)
    #expect(Entity.Kind.letter.pane == .letters)
  }

  @Test func aLetterIsHandedOnByNameAlone() throws {
    let desk = try Desk()
    try desk.keys(nord + " y m w")
    let it = try #require(desk.app.opened?.letters.current(desk.app.opened!.dossier))
    #expect(
      desk.handedOn == [
        .copyLetter(it.id, application: it.application),
        .mailLetter(it.id, application: it.application),
      ])
    #expect(desk.device.copied == [it.text])
    #expect(desk.screen.contains("nordlicht-thank-manager.txt"))
    try desk.keys("<enter>")
    #expect(desk.folder.texts["nordlicht-thank-manager.txt"]?.contains(it.text) == true)
  }

  @Test func nothingIsReadForLettersBeforeTheyAreLookedAt() throws {
    var app = App(size: Size(80, 24), now: Moment(seconds: 0), ids: IDSource(seed: 1))
    let own = Application(id: ID("own"), created: Moment(seconds: 0)) { $0.company = "Own" }
    #expect(app.open(Dossier(own), now: Moment(seconds: 0)) == [])
    let asked = app.handle(.input(.key(.alt("6"))), now: Moment(seconds: 0))
    #expect(asked == [.loadLetterDesk(ID("own"), letter: nil), .afterwards(.loadRecord())])
    #expect(app.handle(.input(.key(.char("j"))), now: Moment(seconds: 0)) == [])
    // What letters are checked by is read when one is opened, once it stands on the screen; or sent.
    var dossier = Dossier(own)
    dossier.letters = [
      Letter(id: ID("l"), application: ID("own"), kind: "L1", recorded: app.desk.now) {
        $0.text = "Dear"
      }
    ]
    _ = app.handle(.dossier(dossier), now: Moment(seconds: 0))
    var sending = app
    let desk = Effect.loadLetterDesk(ID("own"), letter: ID("l"))
    let opened = app.handle(.input(.key(Key(.enter))), now: Moment(seconds: 0))
    #expect(opened == [.afterwards(.loadLintWords), .afterwards(desk)])
    let sends = sending.handle(.input(.key(.char("s"))), now: Moment(seconds: 0)).last
    #expect(sends == desk)
    var arrived = LetterDesk(ID("own"))
    arrived.letter = ID("l")
    #expect(
      sending.handle(
        .letterDesk(arrived, then: sends?.sequel ?? .none), now: Moment(seconds: 0))
        == [.loadLintWords, desk])
  }

  @Test func aFileNameThatFailsStaysWithItsReason() throws {
    let desk = try Desk()
    writeFile("mine".utf8, to: desk.folder("nordlicht-thank-manager.txt"))
    try desk.keys(nord + " w <enter>")
    #expect(desk.screen.contains("save to") && desk.screen.contains("nordlicht-thank-manager"))
    #expect(desk.screen.contains("there's already a file with that name"), "\(desk.screen)")
    try desk.keys("<backspace>")
    #expect(desk.screen.contains("save to") && !desk.screen.contains("there's already"))
    try desk.keys("t <enter>")
    #expect(desk.screen.contains("there's already a file with that name"), "\(desk.screen)")
    try desk.keys("<backspace> <backspace> <backspace> <backspace> 2.txt <enter>")
    #expect(!desk.screen.contains("save to"), "\(desk.screen)")
    desk.send(.failed("something else"))
    #expect(!desk.screen.contains("save to"))
    #expect(desk.folder.texts["nordlicht-thank-manager.txt"] == "mine")
  }

  /// Words that were typed and not saved come back with the letter, and leave no draft behind.
  @Test func aDeletedLetterTakesItsDraftAlong() throws {
    let desk = try Desk()
    try desk.keys(nord)
    let it = try #require(desk.app.opened?.letters.current(desk.app.opened!.dossier))
    func stored() throws -> Letter? {
      try desk.store.archive().letter.first { $0.id == it.id }
    }
    try desk.keys("<enter> <ctrl+end> half␣typed <esc>")
    #expect(try desk.store.drafts().count == 1)
    try desk.keys("d")
    #expect(try stored() == nil)
    #expect(try desk.store.drafts().isEmpty && desk.app.desk.drafts.isEmpty)
    try desk.keys("u")
    #expect(try stored()?.text.contains("half typed") == true)
    try desk.keys("u")
    #expect(try stored() == it)
  }

  @Test func aRequestForOnesDataAsksForItsDay() throws {
    let desk = try Desk()
    try desk.keys("/ złota <enter> <enter> <alt+6>")
    let dossier = try #require(desk.app.opened?.dossier)
    for letter in dossier.letters where letter.letterKind == .access {
      desk.send(
        .applied(
          try desk.store.apply(Change("away", [.delete(.letter(letter))]), at: desk.now)))
    }
    let kinds = LettersPane.kindPicker(try #require(desk.app.opened?.dossier), now: desk.now)
    let place = try #require(
      kinds.picker.options.firstIndex { $0.title.hasPrefix("request for your data") })
    try desk.keys("a" + String(repeating: " j", count: place) + " <enter>")
    if desk.screen.contains("Who is it for?") { try desk.keys("<end> <enter>") }
    #expect(desk.screen.contains("When do you need an answer?"), "\(desk.screen)")
    try desk.keys("j <enter>")
    let letter = try #require(try desk.store.archive().letter.first { $0.letterKind == .access })
    #expect(letter.due == desk.now.day.adding(days: 30) && letter.text.contains("by April 19"))
  }

  @Test func theLettersSayWhichWayOfAskingGotAnAnswer() throws {
    let desk = try Desk(Size(120, 40))
    try desk.keys(nord)
    #expect(desk.effects.contains(.afterwards(.loadRecord())))
    // The sample has too few requests to say anything.
    #expect(!desk.screen.contains("answered you"))
  }
}
