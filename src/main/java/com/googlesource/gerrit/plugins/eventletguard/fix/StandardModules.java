// Copyright (C) 2026 The Eventlet Guard Authors
//
// Licensed under the Apache License, Version 2.0 (the "License");
// you may not use this file except in compliance with the License.
// You may obtain a copy of the License at
//
// http://www.apache.org/licenses/LICENSE-2.0
//
// Unless required by applicable law or agreed to in writing, software
// distributed under the License is distributed on an "AS IS" BASIS,
// WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
// See the License for the specific language governing permissions and
// limitations under the License.

package com.googlesource.gerrit.plugins.eventletguard.fix;

import java.util.Set;

/** The modules of Python's standard library, those included that only some releases have. */
final class StandardModules {
  /** {@code sys.stdlib_module_names} of Python 3.11, and modules that older or newer ones have. */
  private static final Set<String> NAMES =
      Set.of(
          """
          abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore
          atexit audioop base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi
          cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression
          concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses
          dataclasses datetime dbm decimal difflib dis distutils doctest email encodings
          ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter
          fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp
          gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io
          ipaddress itertools json keyword lib2to3 linecache locale logging lzma macpath
          mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt
          multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator
          optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform
          plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr
          pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource
          rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site
          smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants
          sre_parse ssl stat statistics string stringprep struct subprocess sunau symbol
          symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap
          this threading time timeit tkinter token tokenize tomllib trace traceback
          tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid
          venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc
          zipapp zipfile zipimport zlib zoneinfo
          """
              .split("\\s+"));

  private StandardModules() {}

  /** Whether a module, or the package that it is in, is one of them. */
  static boolean contain(String module) {
    int dot = module.indexOf('.');
    return NAMES.contains(dot < 0 ? module : module.substring(0, dot));
  }
}
