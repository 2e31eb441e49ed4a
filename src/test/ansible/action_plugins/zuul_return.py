# Copyright (C) 2026 The Eventlet Guard Authors
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
# http://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.

"""Stands in for Zuul's own action plugin.

It keeps what a job returns in the file that the executor reads, merged
as Zuul merges it, and refuses what Zuul's published schema does not
allow. Zuul itself would drop all comments then and add a warning.
"""

import json
import os

from ansible.errors import AnsibleActionFail
from ansible.plugins.action import ActionBase
import jsonschema

SCHEMA = os.path.join(
    os.path.dirname(__file__), '..', '..', 'resources', 'schemas',
    'zuul-return.json')


def merge(data, more):
    """Adds what a job returns to what it returned before."""
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(data.get(key), dict):
            merge(data[key], value)
        elif isinstance(value, list) and isinstance(data.get(key), list):
            data[key] += value
        else:
            data[key] = value


class ActionModule(ActionBase):
    _VALID_ARGS = frozenset(('data', 'file'))

    def run(self, tmp=None, task_vars=None):
        result = super().run(tmp, task_vars)
        path = os.path.join(os.environ['ZUUL_JOBDIR'], 'work', 'results.json')
        data = {}
        if os.path.exists(path):
            with open(path) as f:
                data = json.load(f)
        if 'file' in self._task.args:
            with open(self._task.args['file']) as f:
                merge(data, json.load(f))
        merge(data, self._task.args.get('data', {}))
        with open(SCHEMA) as f:
            validator = jsonschema.Draft7Validator(json.load(f))
        problems = [error.message for error in validator.iter_errors(data)]
        if problems:
            raise AnsibleActionFail(
                'Zuul does not take this: ' + '; '.join(problems))
        with open(path, 'w') as f:
            json.dump(data, f)
        return result
