import DebriefModel
import Glibc
import TestSupport
import Testing

@testable import DebriefStore

/// Which other screens have a store open, and who holds its file.
@Suite(.timed) struct ScreensTests {
  let folder = Folder()

  private var host: String {
    var name = [CChar](repeating: 0, count: 65)
    gethostname(&name, 64)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  @Test func eachSeesTheOthersForAsLongAsTheyAreThere() throws {
    let mine = Screens.Screen(host: host, process: Int(getpid()))
    let one = Screens(at: folder())
    #expect(one.others == [])
    #expect(mode(folder("debrief.db-screens")) == 0o600)
    let two = Screens(at: folder())
    let three = Screens(at: folder())
    #expect(one.others == [mine, mine] && three.others == [mine, mine])
    #expect(Screens.others(of: folder()) == [mine, mine, mine])
    two.leave()
    #expect(one.others == [mine] && two.others == [])
    // A record that was left is somebody's again.
    let four = Screens(at: folder())
    #expect(one.others.count == 2 && four.others.count == 2)
    for it in [one, three, four] { it.leave() }
    #expect(folder.names == [], "who leaves last takes the file along")
    #expect(Screens.others(of: folder()) == [])
  }

  @Test func aRecordWithoutALockIsOfNobody() throws {
    write(
      Array("1 elsewhere\n".utf8) + [UInt8](repeating: 10, count: 300),
      to: folder("debrief.db-screens"))
    let one = Screens(at: folder())
    #expect(one.others == [])
    one.leave()
  }

  @Test func whatIsInTheWayIsLeftAlone() throws {
    write([1], to: folder("mine"))
    symlink(folder("mine"), folder("debrief.db-screens"))
    let one = Screens(at: folder())
    let two = Screens(at: folder())
    #expect(one.others == [] && two.others == [])
    one.leave()
    #expect(bytes(folder("mine")) == [1])
    unlink(folder("debrief.db-screens"))
    link(folder("mine"), folder("debrief.db-screens"))
    #expect(Screens(at: folder()).others == [])
    #expect(bytes(folder("mine")) == [1])
  }

  @Test func oneOfAnotherComputerIsSaidToBeThere() {
    #expect(Screens.Screen(host: host, process: 7).words == "process 7")
    #expect(Screens.Screen(host: "laptop", process: 7).words == "process 7 on laptop")
  }

  @Test func aLockIsNamedByItsHolder() {
    #expect(
      StoreError.locked("/x", by: "debrief (process 7)").description
        == "/x is in use by debrief (process 7). Try again when it's done.")
    #expect(
      StoreError.locked("/x").description
        == "/x is in use by another program. Try again when it's done.")
  }
}
