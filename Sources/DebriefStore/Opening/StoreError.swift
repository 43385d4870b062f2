import DebriefModel

/// What can go wrong with the store. Each description is one sentence that says what is wrong,
/// where, and what to do; none holds a word of the user's notes.
public enum StoreError: Error, CustomStringConvertible, Equatable {
  /// The file is no debrief database.
  case notOurs(String)
  /// The file was written by a newer debrief.
  case newer(path: String, found: Int, known: Int)
  /// Another process holds the file and did not let go in time; with its name, where that can be told.
  case locked(String, by: String? = nil)
  /// The file, its folder or its disk cannot be written.
  case readOnly(String)
  /// The disk is full.
  case full(String)
  /// The user's share of the disk is used up.
  case overQuota(String)
  /// The file would be larger than the system lets this program make one.
  case overLimit(String)
  /// The file was removed, or another one put in its place, while it was open.
  case moved(String)
  /// The file does not hold what it should; with the name of the newest backup that does.
  case damaged(path: String, detail: String, backup: String? = nil)
  /// There is no such file.
  case missing(String)
  /// No folder for a file that is to be made: its path.
  case missingFolder(String)
  /// A change that must not be made, and why.
  case refused(String)
  /// An undo that would take an application away which has a private note: its company.
  case hidesPrivateNote(String)
  /// What should be written belongs to something that another process deleted: why not.
  case gone(String)
  /// An undo that would take back what another window or a command did: what that was.
  case madeElsewhere(String)
  /// It is saved, and the disk did not say that it will stay: doing it again would do it twice.
  case unconfirmed(String)
  /// The disk failed at the end of saving, and the file cannot be asked whether it was saved.
  case unsure(String)
  /// It was stopped before it was done, so nothing of it was kept.
  case stopped
  /// A reference that names nothing.
  case notFound(String)
  /// A reference that names more than one application.
  case ambiguous(String, candidates: [String])
  /// A reference that is too short to write to what it could mean.
  case tooShort(String, candidates: [String])
  /// Anything else the system reports.
  case io(String)

  /// One sentence for the user.
  public var description: String {
    switch self {
    case .notOurs(let path):
      "\(path) isn't a debrief database, so it was left alone. Name another file."
    case .newer(let path, let found, let known):
      "\(path) was saved by a newer version of debrief (version \(found); yours reads up to \(known)). "
        + "It wasn't changed. Update debrief to open it; `debrief export --readable` gets out what "
        + "yours understands."
    case .locked(let path, let holder):
      "\(path) is in use by \(holder ?? "another program"). Try again when it's done."
    case .readOnly(let path):
      Location.whyReadOnly(path)
    case .full(let path):
      "The disk with \(path) is full, so nothing was saved. Free some space and try again."
    case .overQuota(let path):
      "You've used up your disk space, so nothing was saved in \(path). Free some space and try again."
    case .overLimit(let path):
      "Files can't get any larger here, so nothing was saved in \(path). `ulimit -f` shows the limit."
    case .moved(let path):
      "Your notes file was moved, deleted, or replaced, so nothing was saved in \(path). Put it back, or leave "
        + "debrief and start it again."
    case .damaged(let path, let detail, let backup):
      "\(path) is damaged (\(detail)). "
        + (backup.map { "`debrief restore \($0)` goes back to the newest good backup; " }
          ?? "Run `debrief doctor`; `debrief restore FILE` puts a backup in its place, and ")
        + "`debrief doctor --recover NEW` saves what can still be read to a new file."
    case .missing(let path):
      "There's no file \(path). Check the path."
    case .missingFolder(let folder):
      "There's no folder \(folder). Make it first, or name another one."
    case .refused(let reason): reason
    case .gone(let reason): reason
    case .madeElsewhere(let title):
      "The last change was made in another window: \(title)."
    case .unconfirmed(let path):
      "It's saved in \(path), so don't do it again. But the disk reported an error: "
        + "make a backup on another disk now."
    case .unsure(let path):
      "The disk with \(path) failed while saving. Check for your last change before you try "
        + "again."
    case .hidesPrivateNote(let company):
      "\(company) has a private note, which would be hidden until redo brings it back. "
        + "`debrief undo --force` does it anyway."
    case .stopped: "Stopped. Nothing was changed."
    case .notFound(let reference):
      "There's no application called \"\(reference)\". `debrief list` shows them all."
    case .ambiguous(let reference, let candidates):
      "\"\(reference)\" could be " + candidates.joined(separator: ", or ")
        + ". Use more of the id."
    case .tooShort(let reference, let candidates):
      "\"\(reference)\" is too short to tell which one to change. It could be "
        + candidates.joined(separator: ", or ")
        + ". Use at least three letters, the whole name, or the id."
    case .io(let detail):
      "Your notes couldn't be read or written: \(detail). To see more, run: debrief doctor"
    }
  }

  /// Whether another process holds the file.
  public var isLocked: Bool { if case .locked = self { true } else { false } }

  /// The program that holds it, where that can be told.
  public var holder: String? { if case .locked(_, let holder) = self { holder } else { nil } }

  /// A text that is longer than a text may be.
  static let tooLong = StoreError.refused(
    "That text is too long to save: \(TextLimit.words) at most. Split it up.")

  /// The same error, naming another file as the one that could not be written.
  func written(to path: String) -> StoreError {
    switch self {
    case .full: .full(path)
    case .overQuota: .overQuota(path)
    case .overLimit: .overLimit(path)
    case .readOnly: .readOnly(path)
    default: self
    }
  }

  /// The same error, naming a backup where the file is damaged.
  func offering(_ backup: String?) -> StoreError {
    guard case .damaged(let path, let detail, nil) = self else { return self }
    return .damaged(path: path, detail: detail, backup: backup)
  }

  /// The exit code of a command that ends with this error (sysexits.h).
  public var exitCode: Int32 {
    switch self {
    case .missing, .missingFolder, .notFound: 66
    case .refused, .gone, .madeElsewhere, .hidesPrivateNote, .ambiguous, .tooShort, .damaged,
      .notOurs, .newer:
      65
    case .locked: 75
    case .stopped: 130
    case .io, .full, .overQuota, .overLimit, .moved, .readOnly, .unconfirmed, .unsure: 74
    }
  }
}
