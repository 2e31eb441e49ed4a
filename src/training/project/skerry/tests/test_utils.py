from unittest import mock

import eventlet
import fixtures

from skerry import utils


class UtilsTest(object):
    def setUp(self):
        self.useFixture(fixtures.MonkeyPatch("eventlet.sleep", lambda s: None))
        self.stub_out("eventlet.greenthread.spawn", None)

    @mock.patch("eventlet.spawn")
    @mock.patch.object(eventlet, "sleep")
    @mock.patch("skerry.utils.eventlet.spawn_n", autospec=True)
    def test_run(self, spawn, sleep, spawn_n):
        utils.run(print)
        with mock.patch("skerry.utils.spawn_n") as start:
            self.assertEqual(0, start.call_count)
        eventlet.sleep(0)
