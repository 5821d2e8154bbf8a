# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a cached token costs its caller, in what does not depend on the machine's load."""

import os
import subprocess
import unittest

from harness.case import CommandTest

MOST_FAULTS, MOST_KIB = 60, 2150  # 2.1 MiB


class Cost(CommandTest):
    def test_page_faults_and_memory(self):
        self.app()
        for arguments in (["token"], ["token", "work", "--min-valid", "5m"], ["token", "--json"], ["token", "--header"]):
            done = subprocess.run([os.environ["FRAMEKEY_MEASURE"], "1", "1", str(self.program), *arguments],
                                  env=self.environment, capture_output=True, text=True, check=True)
            faults, kib, exit_code = map(int, done.stdout.split()[3:])
            self.assertEqual(0, exit_code)
            print(f"framekey {' '.join(arguments)}: {faults} page faults, {kib} KiB")
            self.assertLessEqual(faults, MOST_FAULTS)
            self.assertLessEqual(kib, MOST_KIB)


if __name__ == "__main__":
    unittest.main()
