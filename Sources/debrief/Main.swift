import CTerminal
import DebriefRunner
import Glibc

/// The way in. The bare command goes straight to the screen; everything else is read as a command.
@main
enum Main {
  static func main() {
    umask(0o077)
    dt_no_core_dumps()
    dt_say_crashes()
    // A limit on the size of files is an error that can be told, like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    // Where nobody reads on, a write says so, and what is to be put away is put away. A handler,
    // unlike an ignored signal, is not passed on to an editor or a mail program.
    signal(SIGPIPE) { _ in }
    holdStandardDescriptors()
    let arguments = Commands.given
    do {
      if arguments.isEmpty {
        exit(try Screen.run(session: Session(database: nil), demo: false))
      }
      exit(try Commands.run(arguments))
    } catch {
      let failure = Failure(error)
      complain(failure.description)
      exit(failure.code)
    }
  }
}
