import DebriefApp
import DebriefModel
import Glibc
import TUI

/// Where a text goes that the store does not take.
extension Runner {
  /// A file that does not exist yet, in a folder where so many bytes can be written now; nil when there
  /// is none.
  func refuge(isPrivate: Bool, bytes: Int) -> String? {
    for folder in refuges {
      let path = free(isPrivate ? "private-note" : "debrief-text", in: folder)
      // Room is not known before it is taken: so as many bytes are written, and go again.
      let probe = "\(path).\(getpid())"
      let filler = String(repeating: " ", count: bytes)
      do {
        try FileOutput.create(filler, at: probe)
        unlink(probe)
        return path
      } catch { continue }
    }
    return nil
  }

  /// Folders that may take a file, the likeliest first.
  static func refuges(_ environment: [String: String]) -> [String] {
    var folders = ["HOME", "XDG_RUNTIME_DIR", "TMPDIR"].compactMap { name -> String? in
      guard let value = environment[name], value.hasPrefix("/") else { return nil }
      return value.count > 1 && value.hasSuffix("/") ? String(value.dropLast()) : value
    }
    if let here = getcwd(nil, 0) {
      folders.append(String(cString: here))
      Glibc.free(here)
    }
    return folders + ["/tmp", "/var/tmp", "/dev/shm"]
  }

  private func free(_ name: String, in folder: String) -> String {
    var info = stat()
    let day = session.now.day.description
    for number in 1... {
      let path = "\(folder)/\(name)-\(day)\(number == 1 ? "" : "-\(number)").txt"
      if lstat(path, &info) != 0 { return path }
    }
    return "\(folder)/\(name).txt"
  }

  /// Writes a text that could not be stored where the user wants it.
  func writeUnsaved(_ text: String, _ path: String) throws {
    let path = place(path)
    try FileOutput.create(text.hasSuffix("\n") ? text : text + "\n", at: path)
    send(.written(path))
  }

  /// The place of a path that the user typed.
  func place(_ path: String) -> String {
    let path = path.trimmed
    if path.hasPrefix("~/"), let home = session.environment["HOME"] {
      return home + path.dropFirst(1)
    }
    return folder.isEmpty || path.isEmpty || path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  /// The program has to end now: what is typed is stored, or goes to a file that the next start offers,
  /// or at the least to the shell's screen.
  func endAtOnce() {
    store.writingWait = Runner.lastWait
    let seen = store.changeToken
    if seen != token { meet(seen) }
    keepDraft()
    let isStored = !hasUnkeptDraft
    for it in app.unsavedTexts where !(it.isKept && isStored) {
      let reason = unkept.map { " (\($0.hasSuffix(".") ? String($0.dropLast()) : $0))" } ?? ""
      if let path = leave(it) {
        complain("\(it.label) couldn't be saved\(reason). What you typed is in \(path).")
      } else {
        complain("\(it.label) couldn't be saved\(reason), and no file could be written:")
        emit(TextWidth.printable(it.text) + "\n", to: STDERR_FILENO)
      }
    }
  }

  /// Puts a text beside those of editors, or anywhere at all.
  private func leave(_ it: Unsaved) -> String? {
    if let there = rescues.values.first(where: { $0.text == it.text }) { return there.file.path }
    let name = it.isPrivate ? EditorFiles.privateName : EditorFiles.typedName
    do { return try editor.files.create(it.text, name: name).path } catch {
      guard let path = refuge(isPrivate: it.isPrivate, bytes: it.text.utf8.count) else {
        return nil
      }
      do { try FileOutput.create(it.text + "\n", at: path) } catch { return nil }
      return path
    }
  }
}
