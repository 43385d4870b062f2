import DebriefExport
import Glibc

/// The user's own mail program, opened through `xdg-email` on a letter that is still to be sent. It
/// gets an argument, never a shell line; its words stay off the screen, and nobody waits long for it.
///
/// An argument can be read by whoever has an account on the machine, for as long as the program runs:
/// a file is the more private way.
struct MailProgram {
  /// What is asked about here: where programs are, and whether there is a desktop.
  let environment: [String: String]
  /// What the mail program gets: nil is the whole environment, byte for byte. It needs more of it than
  /// anybody could list, the session bus and the desktop's name among others.
  var passedOn: [String: String]?

  /// Opens the letter in the mail program. Throws one sentence when that is not possible.
  func open(_ message: MailMessage) throws(Failure) {
    if let problem = message.mailtoProblem { throw Failure(problem) }
    let detached = DetachedProgram(environment: environment, passedOn: passedOn)
    guard let program = detached.path(of: "xdg-email") else {
      throw Failure(
        "xdg-email isn't installed (package xdg-utils), so no email program can be opened. Save "
          + "the letter to a file instead.")
    }
    guard hasDesktop else {
      throw Failure(
        "There's no desktop here to open an email program on (DISPLAY and WAYLAND_DISPLAY are "
          + "not set). Save the letter to a file instead.")
    }
    let child = try detached.start(program, ["--utf8", message.mailto()])
    guard let status = detached.wait(for: child) else { return }
    guard status == 0 else {
      throw Failure(
        "xdg-email couldn't open an email program (\(MailProgram.reason(status))). Save the letter "
          + "to a file instead.")
    }
  }

  /// Without one xdg-email would look for a browser that wants our terminal. MAILER names a program
  /// of the user's choice, which may need none.
  private var hasDesktop: Bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "MAILER"].contains { !(environment[$0] ?? "").isEmpty }
  }

  /// What its exit code means, by its manual.
  private static func reason(_ status: Int32) -> String {
    switch status {
    case 3: "a program it needs is missing"
    case 4: "the email program failed"
    case 126, 127: "it couldn't be run"
    default: "it ended with \(status)"
    }
  }
}
