// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import ReleveCLI

ReleveCommand.main()
