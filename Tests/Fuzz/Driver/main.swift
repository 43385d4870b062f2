import FuzzTargets
import Glibc

// libFuzzer has a main of its own, and looks for this function. `make fuzz` says which target it is.
private let target = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

/// Reads some bytes that libFuzzer made up.
@_cdecl("LLVMFuzzerTestOneInput")
public func oneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard let target else { fatalError("FUZZ_TARGET names no target") }
  do { try target.read(Array(UnsafeBufferPointer(start: data, count: count))) } catch {
    fatalError("\(error)")
  }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ one: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

private var count = CommandLine.argc
private var arguments = CommandLine.unsafeArgv
exit(runDriver(&count, &arguments, { oneInput($0, $1) }))
