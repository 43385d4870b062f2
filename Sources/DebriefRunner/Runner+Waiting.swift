import DebriefApp
import DebriefModel
import DebriefStore
import TUI

/// What is done while another program has the store's file. The screen does not stand still for it: what
/// is shown stays, what was to be read is read later, and what is to be written is waited for behind a
/// frame that says so.
extension Runner {
  /// Whether a clock is on the screen that moves by itself.
  var isCounting: Bool { Runner.look(&app) { $0.isCounting } }

  /// Seconds that a key waits for the file, at the most.
  static let shortWait = 0.1
  /// Seconds that a write waits for it once the screen says so.
  static let longWait = 5.0
  /// Seconds at the end of the program: whoever ends it does not wait for long.
  static let lastWait = 1.0
  /// Seconds until the file is tried again, first and at the most.
  static let firstRetry = 0.25
  static let lastRetry = 2.0

  /// Whether something waits for the file.
  var isWaiting: Bool { retryAt != nil }

  /// Does what is wanted; where another program has the file, later, or as soon as it can be.
  func carryOut(_ effect: Effect) throws {
    do { try perform(effect) } catch let error as StoreError where error.isLocked {
      if effect.canWait { return postpone(effect, error.holder) }
      guard effect.isOfStore else { throw error }
      try patiently(effect, error.holder)
    }
  }

  /// Reads it later: of several that read the same thing for other words, only the last one.
  private func postpone(_ effect: Effect, _ holder: String?) {
    postponed.removeAll { $0.name == effect.name }
    postponed.append(effect)
    becomeBusy(by: holder)
  }

  /// The file cannot be read: from now on no key waits for it.
  func becomeBusy(by holder: String? = nil) {
    store.readingWait = 0
    isBusy = true
    retrySoon()
    send(.busy(true, by: holder))
  }

  /// The file is tried again after a while.
  func retrySoon() {
    if retryAt == nil { retryAt = Clock.monotonic + retryDelay }
  }

  /// Waits with what cannot be done later. What is typed is in a file before, and the screen says what it
  /// waits for.
  private func patiently(_ effect: Effect, _ holder: String?) throws {
    rescue(effect.atRisk)
    send(.holdsUp(by: holder))
    showFrame()
    (store.readingWait, store.writingWait) = (Runner.longWait, Runner.longWait)
    defer {
      store.readingWait = isBusy ? 0 : Runner.shortWait
      store.writingWait = Runner.shortWait
    }
    try perform(effect)
    // The file is free: what waited for it comes now.
    if isWaiting { retryAt = 0 }
    send(.busy(isBusy))
  }

  /// Tries the file again, when it is time to. Nothing is waited for.
  func retry() {
    guard let at = retryAt, Clock.monotonic >= at else { return }
    let seen = store.changeToken
    if store.isUnasked { return retryLater() }
    retryAt = nil
    let waiting = postponed
    postponed = []
    if needsDrafts { takeDrafts() }
    if seen != token { meet(seen) }
    run(waiting)
    if retryAt != nil { return retryLater() }
    if isBusy {
      isBusy = false
      store.readingWait = Runner.shortWait
      send(.busy(false))
    }
    // Another program that only writes lets others read.
    if unkept != nil, hasUnkeptDraft { keepDraft() }
    if retryAt != nil { return retryLater() }
    retryDelay = Runner.firstRetry
  }

  private func retryLater() {
    retryDelay = min(retryDelay * 2, Runner.lastRetry)
    retryAt = Clock.monotonic + retryDelay
  }

  // MARK: - What is typed meanwhile

  /// Whether a file has all that is typed.
  var isRescued: Bool {
    let texts = app.unsavedTexts
    return texts.indices.allSatisfy { rescues[place(texts, $0)]?.text == texts[$0].text }
  }

  /// Whether what is typed now was to be put into a file: if there was no room for it, there is none before
  /// something else is typed.
  var isTriedToRescue: Bool { app.unsavedTexts.map(\.text) == rescueTried }

  private func place(_ texts: [Unsaved], _ at: Int) -> String {
    "\(texts.count - at) \(texts[at].label)"
  }

  /// Puts what is typed into files that the next start offers, should this program be killed before the
  /// store takes it. A private note has a private file.
  ///
  /// - Parameter leaving: What has left the screen and is on its way to the store.
  func rescue(_ leaving: Unsaved? = nil) {
    let texts = (leaving.map { [$0] } ?? []) + app.unsavedTexts
    rescueTried = texts.map(\.text)
    var now: Set<String> = []
    for at in texts.indices {
      let place = place(texts, at)
      now.insert(place)
      guard rescues[place]?.text != texts[at].text else { continue }
      let name = texts[at].isPrivate ? EditorFiles.privateName : EditorFiles.typedName
      // Without room for a file the one before stays: it has nearly all of it.
      guard let file = try? editor.files.create(texts[at].text, name: name) else { continue }
      if let before = rescues.updateValue((texts[at].text, file), forKey: place) {
        editor.files.remove(before.file.path)
      }
    }
    for (place, it) in rescues where !now.contains(place) {
      editor.files.remove(it.file.path)
      rescues[place] = nil
    }
  }

  /// Removes the files: the store has their texts, or the user threw them away.
  func dropRescues() {
    for it in rescues.values { editor.files.remove(it.file.path) }
    (rescues, rescueTried) = ([:], [])
  }
}

extension Effect {
  /// The name of its case.
  fileprivate var name: Substring { "\(self)".prefix { $0 != "(" } }

  /// Whether it only brings what is on the screen up to date, and may do so later.
  fileprivate var canWait: Bool {
    switch self {
    case .loadShelf, .loadAgenda, .loadInbox, .loadDossier, .loadPeople, .loadPlaces, .recognise,
      .lookUp, .loadTeachings, .search, .loadPrivate, .loadImprovements, .loadResumes, .loadLive,
      .loadLetterDesk, .checkWords, .loadHistory, .loadMonths, .loadMonthFacts, .loadDrill,
      .loadRecord, .loadChangeRecord, .loadEarlier, .loadBeside:
      true
    case .findTwin, .weigh, .loadProfile, .draftLetter, .loadFollowThrough, .loadLessons,
      .loadEverything, .copyLetter,
      .mailLetter, .speak, .writeLetter, .apply, .undo, .undoOthers, .undoHiding, .undoDown, .redo,
      .saveDraft,
      .discardDraft, .loadSample, .savePrivate, .loadContent, .edit, .editAfresh, .listLeft,
      .takeLeft, .removeLeft, .keepLine,
      .findRefuge, .writeUnsaved, .loadLintWords, .loadRefusalWords,
      .readFile, .bringIn, .afterwards, .loadHedges, .repaint, .suspend, .quit:
      false
    }
  }

  /// Whether it reads or writes the store, and nothing besides that could be done twice.
  fileprivate var isOfStore: Bool {
    switch self {
    case .edit, .editAfresh, .takeLeft, .removeLeft, .keepLine, .writeUnsaved, .suspend, .quit:
      false
    default: true
    }
  }
}
