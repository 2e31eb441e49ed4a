from networking_sample.agent import main
