import DebriefModel
import TUI

/// What reaches the app: a key, or the answer to an effect.
public enum Message: Equatable, Sendable {
  /// Something from the terminal.
  case input(InputEvent)
  /// A line that was typed in plain mode.
  case line(String)
  /// Lines that were pasted in plain mode.
  case pastedLines(String)
  /// The first thing after the start: what the store keeps besides the facts, and what rows call the
  /// applications of the drafts.
  case started(drafts: [Draft], names: [ID: String] = [:])
  /// What a screen that is gone had typed in a form that was just left here.
  case inherited(Draft)
  /// A window on the list of applications.
  case shelf(Shelf, Shelf.Request)
  /// The facts the agenda is read from.
  case agenda([Facts])
  /// How many notes wait to be sorted.
  case waiting(Waiting)
  /// The notes that wait to be sorted.
  case inbox([WaitingNote])
  /// People on file, for these words.
  case people([Contact], words: String)
  /// Applications with these words, the latest first.
  case places([Facts], words: String)
  /// The applications a text that is being captured names.
  case mention(Mention, text: String)
  /// What is on file about the company of an application that was added.
  /// Whether a new application is on file already, and which.
  case twin(Application?, of: Change)
  case known(company: String, people: [Person], earlier: [Facts])
  /// An application, or nil when it is gone.
  case dossier(Dossier?, then: Sequel = .none)
  /// The application a change belongs to, which is weighed before it is made.
  case weighed(Change, Dossier?)
  /// The checklists and reasons.
  case content(Content, then: Sequel = .none)
  /// A change is durable; with what of it met a change that was made elsewhere.
  case applied(Change, met: [Meeting] = [], then: Sequel = .none)
  /// The last change was taken back; nil when there was none.
  case undone(Change?)
  /// Undo would put the private note of this company out of sight: it asks first.
  case undoHides(company: String, yes: Effect = .undoHiding)
  /// Changes were taken back together; their titles in that order.
  case undoneDown([String])
  /// What was changed lately, the latest first.
  case history([PastChange])
  /// Undo would take back what another window or a command did, by its title: it asks first.
  case undoOfOthers(title: String)
  /// The last undone change was made again; nil when there was none.
  case redone(Change?)
  /// An effect failed, or something else did; the sentence says why.
  case failed(String, of: Effect? = nil)
  /// The user's editor came back with this text; nil when nothing was changed.
  case edited(String?)
  /// An editor left a text behind, now or before.
  case hasLeft
  /// Whether what is typed cannot be stored at the moment.
  case unkept(Bool)
  /// Whether the store's file is in another program's hands: what is on the screen may be of before.
  case busy(Bool, by: String? = nil)
  /// Something waits to be written until another program lets go of the file; until the next message.
  case holdsUp(by: String? = nil)
  /// An application that is read beside the list.
  case beside(Dossier)
  /// Texts that an editor left behind.
  case leftTexts([LeftText])
  /// The editor is asked for again where it left another text than the one that stands there.
  case leftHere(LeftText, instead: String, name: String)
  /// A file that could be written, for a text that could not be stored; nil when there is none.
  case refuge(String?)
  /// A text that could not be stored is in this file.
  case written(String)
  /// What a search found, for these words.
  case hits([Hit], words: String)
  /// What other applications taught, for one of them.
  case teachings(Teachings, ID)
  /// Another program wrote to the store.
  case changedOutside
  /// The sample data is in the store.
  case loadedSample
  /// The private note of an application, if there is one.
  case privateNote(ID, PrivateNote?)
  /// The private note is stored; with the text that is on file now.
  case keptPrivate(PrivateNote, stored: String)
  /// The changes that other applications left open.
  case improvements([Carried])
  /// Who looks for work, if that was written down.
  case profile(Profile?)
  /// The versions of the résumé and what became of what was sent with them; and those of the cover letter.
  case resumes([ResumeRecord], covers: [String] = [])
  /// The figures over months.
  case months(Months)
  /// The facts behind a row of them.
  case monthFacts([MonthFact])
  /// The figures over all months, for where one decides.
  case record(Months, then: Sequel = .none)
  /// What went before and after a change to try.
  case changeRecord(Improvement, ChangeRecord)
  /// An application as it stood at the end of a day; nil when it was not on file yet. With the first day that
  /// the journal knows of, where that is later.
  case earlier(Dossier?, Day, knownSince: Day?)
  /// The cards of the drill.
  case drill(DrillDeck)
  /// A second went by while a clock is shown.
  case tick
  /// Nobody has pressed a key for as long as the setting says.
  case unattended
  /// The applications that are still open besides one.
  case live([LiveApplication], besides: ID)
  /// A letter as its template makes it, for one that is begun or for one that is open.
  case drafted(LetterDraft, LetterWanted, LetterDesk)
  /// What lies around the letters of an application.
  case letterDesk(LetterDesk, then: Sequel = .none)
  /// The words letters are checked by.
  case lintWords(LintWords)
  /// How rejections are worded.
  case refusalWords(RefusalWords)
  /// The words that are marked in answers.
  case hedges([String])
  /// What a dictionary and the store say about words of the open letter.
  case words(SpellingReport, foreign: [String])
  /// What came of all letters.
  case followThrough(FollowThrough)
  /// What every debrief taught, the latest first.
  case lessons([Teachings.Item<Debrief>])
  /// All there is on an application, as lines to read.
  case everything([String], ID)
  /// What a file would add.
  case importRead(Proposal)
  /// It has to be asked which application a file belongs to, or what it is.
  case importWhose(FileWanted)
  case importUnclear(FileWanted)
  /// Something else has to be asked about a file.
  case importAsked(FileQuestion, FileWanted)
  /// Something was done outside, or not; the sentence says so.
  case told(String)
  /// Another program has the file, so what is typed is kept in one of its own.
  case keptElsewhere
}

/// What the app wants done, as data. Only the runner does it.
public enum Effect: Equatable, Sendable {
  case loadShelf(Shelf.Request)
  case loadAgenda
  /// Reads the notes that wait to be sorted, and what each says of its application.
  case loadInbox
  case loadDossier(ID, then: Sequel = .none)
  /// Reads the application a change belongs to, for what is asked before it is made.
  case weigh(Change, of: ID)
  /// People on file whose entry holds these words.
  case loadPeople(String)
  /// Applications with these words.
  case loadPlaces(String)
  /// Looks for the application that a text names.
  case recognise(String)
  /// Who and what is on file at a company.
  /// Looks whether a new application is on file already.
  case findTwin(Change)
  case lookUp(company: String)
  /// Reads the reasons, the question bank and the checklist of a branch.
  case loadContent(Branch, then: Sequel = .none)
  case loadTeachings(ID)
  case apply(Change, then: Sequel = .none)
  case undo
  /// Undoes also what another window or a command did.
  case undoOthers
  /// Undoes also where a private note goes out of sight with its application.
  case undoHiding
  case redo
  /// Reads what was changed lately.
  case loadHistory(limit: Int)
  /// Undoes a change and all that came after it: those that were seen, and no others.
  case undoDown(to: Int, seen: [Int], hiding: Bool = false)
  case search(String, limit: Int)
  case saveDraft(Draft, then: Sequel = .none)
  case discardDraft(scope: String)
  /// Hands the text to `$VISUAL` or `$EDITOR`; `name` becomes part of the file's name.
  case edit(text: String, name: String)
  /// The same, whatever the editor left there before.
  case editAfresh(text: String, name: String)
  /// Looks for texts that an editor left behind.
  case listLeft
  /// Puts such a text into the field that has the focus.
  case takeLeft(path: String)
  /// Removes its file: its text is stored, or not wanted.
  case removeLeft(String)
  /// Keeps a line that was entered at the foot of the screen, for the next time.
  case keepLine(String, Entered.Kind)
  /// Looks for a file that could be written, for a text of so many bytes.
  case findRefuge(isPrivate: Bool, bytes: Int)
  /// Writes a text that could not be stored to a new file.
  case writeUnsaved(String, path: String, then: Sequel = .none)
  /// Copies the sample data into an empty store.
  case loadSample
  /// Reads and writes the private note, which is in nothing else (A81).
  case loadPrivate(ID)
  case savePrivate(PrivateNote, over: String, then: Sequel = .none)
  /// Reads the open changes of the applications besides this one.
  case loadImprovements(besides: ID)
  /// Reads who looks for work, for their form.
  case loadProfile
  /// Reads the versions of the résumé.
  case loadResumes
  /// Counts the figures over a stretch of time.
  case loadMonths(MonthWindow)
  /// Reads the facts behind a row of them.
  case loadMonthFacts(MonthWindow, MonthKey)
  /// Counts the figures over all months, for where one decides.
  case loadRecord(then: Sequel = .none)
  /// Reads what went before and after a change to try.
  case loadChangeRecord(Improvement)
  /// Reads an application as it stood at the end of a day.
  case loadEarlier(ID, Day)
  /// Reads an application to be read beside the list; nothing is opened.
  case loadBeside(ID)
  /// Reads the cards of the drill: for the interview of one application, or for the next one of all.
  case loadDrill(ID?)
  /// Reads a few applications that are still open besides this one (A8).
  case loadLive(besides: ID)
  /// Makes a letter from its template and what is on file.
  case draftLetter(LetterWanted)
  /// Reads the words letters are checked by.
  case loadLintWords
  /// Reads how rejections are worded.
  case loadRefusalWords
  /// What will be needed soon, once the screen shows what is there.
  indirect case afterwards(Effect)
  /// Reads the words that are marked in answers.
  case loadHedges
  /// Reads what lies around the letters, or around one of them.
  case loadLetterDesk(ID, letter: ID?, then: Sequel = .none)
  /// Looks up words of a letter that were not looked up yet.
  case checkWords([String], text: String, LetterWanted)
  case loadFollowThrough
  /// Reads what every debrief taught (A7).
  case loadLessons
  /// Tells all there is on an application, in lines of so many columns (A45).
  case loadEverything(ID, columns: Int)
  /// Hands a stored letter to the clipboard, the mail program or a file.
  case copyLetter(ID, application: ID)
  case mailLetter(ID, application: ID)
  /// Reads a text aloud, where a speech program is installed.
  case speak(String)
  case writeLetter(ID, application: ID, path: String, then: Sequel = .none)
  /// Reads a file for what it would add.
  case readFile(FileWanted, then: Sequel = .none)
  /// Brings in what was chosen of it.
  case bringIn(Change)
  case repaint
  case suspend
  case quit

  /// What was typed and has left the screen with it, until the store has it.
  public var atRisk: Unsaved? { sequel.unsaved }

  /// What is to be done with its answer, or when it fails.
  var sequel: Sequel {
    switch self {
    case .loadDossier(_, let it), .loadContent(_, let it), .apply(_, let it),
      .saveDraft(_, let it), .writeUnsaved(_, _, let it), .savePrivate(_, _, let it),
      .loadLetterDesk(_, _, let it), .writeLetter(_, _, _, let it), .loadRecord(let it),
      .readFile(_, let it):
      it
    // Each by name: a new effect that carries what was typed must not be left out here.
    case .loadShelf, .loadAgenda, .loadInbox, .weigh, .loadPeople, .loadPlaces, .recognise,
      .findTwin,
      .lookUp, .loadTeachings, .undo, .undoOthers, .undoHiding, .redo, .loadHistory, .undoDown,
      .search, .discardDraft, .edit, .editAfresh, .listLeft, .takeLeft, .removeLeft, .keepLine,
      .findRefuge,
      .loadSample, .loadPrivate, .loadImprovements, .loadProfile, .loadResumes, .loadMonths,
      .loadMonthFacts, .loadChangeRecord, .loadEarlier, .loadBeside, .loadDrill, .loadLive,
      .draftLetter,
      .loadLintWords, .loadRefusalWords, .afterwards, .loadHedges, .checkWords, .loadFollowThrough,
      .loadLessons, .loadEverything, .copyLetter, .mailLetter, .speak, .bringIn, .repaint, .suspend,
      .quit:
      .none
    }
  }
}

/// Which letter is wanted: a new one of a kind, or the one that is open.
public struct LetterWanted: Equatable, Sendable {
  /// The application it belongs to.
  public var application: ID
  /// Which kind.
  public var kind: LetterKind
  /// To whom.
  public var to: ID?
  /// The letter that is open; nil for a new one.
  public var letter: ID?
  /// The day an answer is asked for by, where the user set one (L10).
  public var due: Day?

  /// Names a letter.
  public init(
    application: ID, kind: LetterKind, to: ID?, letter: ID? = nil, due: Day? = nil
  ) {
    self.application = application
    self.kind = kind
    self.to = to
    self.letter = letter
    self.due = due
  }
}

/// The panes of the review.
public enum PaneID: Int, CaseIterable, Hashable, Sendable {
  case findings = 1
  case feedback, checklist, script, preparation, letters
}
