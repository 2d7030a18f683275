import NIOPosix
import NIOCore
import UnixSignals
import Logging
import HTTPTypes
